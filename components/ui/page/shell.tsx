import type { ReactNode } from "react";
import { IconButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icons";
import { BrandMark } from "./brand-mark";
import { ThemeSwitch } from "./theme-switch";
import { PAGES, ROUTES, type PageKey } from "@/components/ui/routes";
import styles from "./shell.module.css";

/** The first thing a keyboard reaches: past the header to what the page is about. */
export function SkipLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <a className={styles.skip} href={`#${to}`}>
      {children}
    </a>
  );
}

/**
 * Brand, pages, the page’s own actions (`children`) and the theme. Where the bar has no room for the pages, below
 * 900 px, they are a popover that needs no script.
 * `query` is that of the open scenario: the pages that show one lead on to the same; as it is edited, what
 * edits it keeps those links (`data-carries`) up to date. Without one, `data-carries=own` leads back to the
 * scenario this tab showed last.
 */
export function SiteHeader({ current, query, children }: { current?: PageKey; query?: string; children?: ReactNode }) {
  const carry = query === undefined ? "own" : "";
  return (
    <header className={styles.header}>
      <a className={styles.brand} href={ROUTES.plan + (query ?? "")} data-carries={carry}>
        <BrandMark />
        Headroom
      </a>
      <nav className={styles.pages} id="pages" popover="auto" aria-label="Main">
        {[false, true].map((isApart) => (
          <ul key={String(isApart)}>
            {PAGES.filter(({ apart }) => apart === isApart).map(({ key, name, carries }) => (
              <li key={key}>
                <a
                  href={ROUTES[key] + (carries ? (query ?? "") : "")}
                  data-carries={carries ? carry : undefined}
                  aria-current={key === current ? "page" : undefined}
                >
                  {name}
                </a>
              </li>
            ))}
          </ul>
        ))}
      </nav>
      <div className={styles.actions}>
        {children}
        <ThemeSwitch />
        <IconButton className="min-[56.25rem]:hidden" popoverTarget="pages" aria-label="Menu">
          <Icon size={18}>
            <path d="M2 5h12M2 11h12" />
          </Icon>
        </IconButton>
      </div>
    </header>
  );
}

/** The ground of every page’s end: the page’s own columns (`children`), then one line of small print. */
export function SiteFooter({ children, fine }: { children?: ReactNode; fine?: ReactNode }) {
  return (
    <footer className={styles.footer}>
      <div className={styles.columns}>
        {children}
        <p className={styles.small}>
          {fine}
          <a href={ROUTES.method}>Method</a>
          <a href={ROUTES.api}>API</a>
          <span>No account, no cookies, no outside request.</span>
          <span>Not made by OpenAI.</span>
        </p>
      </div>
    </footer>
  );
}
