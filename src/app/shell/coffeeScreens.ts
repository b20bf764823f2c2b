// What is loaded for coffee chats: one local module, so that the bundler leaves out what is not used of it.
import { coffee } from '#words/en/coffee.ts';

export { CoffeeAside } from '#features/coffee-chats/CoffeeAside.tsx';
export { CoffeeScreen } from '#features/coffee-chats/CoffeeScreen.tsx';

export const words = { coffee };
