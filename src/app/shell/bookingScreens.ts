// What is loaded when somebody books: one local module, so that the bundler leaves out what is not used of it.
export { BookingScreen } from '#features/booking/BookingScreen.tsx';
export { ResumeScreen } from '#features/booking/ResumeScreen.tsx';
