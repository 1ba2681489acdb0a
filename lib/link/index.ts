/** scenario ⇄ URL. One scenario has one link; a damaged link opens with all that can be read of it. */
export { encodeLink } from "./encode";
export { decodeLink, readLink, STAND_IN, type Decoded, type LinkFault } from "./decode";
export { parsePerRate, parseTyped, type Typed } from "./typed";
export { toQuery } from "./text";
export { readForm } from "./form";
