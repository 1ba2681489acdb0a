/** The picture of a pasted link, as data: what it says, each text one that its fonts can draw. */
export { previewText, previewView, type PreviewView } from "./preview";
