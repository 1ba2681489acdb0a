import { useEffect, useState } from "react";

/** How far outside the window a part may be and still be drawn. */
const NEAR = "300px 0px";

/** Whether the element is in the window or within `margin` of it; on paper, always. */
export function useNear(target: HTMLElement | null, margin = NEAR): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (!target) return;
    const observer = new IntersectionObserver((entries) => setNear(entries.at(-1)!.isIntersecting), {
      rootMargin: margin,
    });
    observer.observe(target);
    const print = () => setNear(true);
    window.addEventListener("beforeprint", print);
    return () => {
      observer.disconnect();
      window.removeEventListener("beforeprint", print);
    };
  }, [target, margin]);
  return near;
}
