import { createContext } from "react";

/** Whether drawings are printed: no pointer reads them, and they grow with the paper. */
export const OnPaper = createContext(false);
