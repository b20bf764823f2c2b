// What is loaded for home: one local module, so that the bundler leaves out what is not used of it.
export { ComposedHome } from './ComposedHome.tsx';
