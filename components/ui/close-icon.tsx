import { Icon } from "./icons";

/** A cross: closes what it stands in. */
export const CloseIcon = () => (
  <Icon size={14}>
    <path d="m3 3 10 10m0-10L3 13" />
  </Icon>
);
