import type { CSSProperties, ReactNode } from "react";
import type { PreviewView } from "@/lib/view/preview";
import { BrandMark } from "@/components/ui/page/brand-mark";

// Drawn on a server without style sheets: every style is inline, every box a flex box. Its colours are the light ones,
// whatever the theme: it is put on grounds of any colour. It is read first at a quarter of its size.

const [GROUND, INK, QUIET, LINE, TRACK] = ["#ffffff", "#15171a", "#4b5057", "#cdcdc6", "#efefea"];
const [OVER, USED] = ["#c8362c", "#3d444b"];
const COLOURS = { ok: "#14703f", near: "#855400", over: "#b4231a", never: "#b4231a", unknown: QUIET } as const;
/** Pixels of the bar, and of its 100 %. */
const [WIDTH, FULL] = [1072, 857.6];
/** The most letters for which a size of the verdict has room. */
const VERDICT_SIZES = [
  { most: 20, size: 88 },
  { most: 25, size: 72 },
  { most: Infinity, size: 60 },
];
/** The same of the larger size of the line under it. */
const MOST_ABOUT = 50;

const DISC = <circle cx="8" cy="8" r="8" fill="currentColor" />;
const MARKS = {
  ok: [DISC, "M4.6 8.3 7 10.7l4.5-5"],
  near: [
    <path
      key=""
      d="M8 .8a1 1 0 0 1 .87.5l6.6 11.6a1.2 1.2 0 0 1-1.07 1.8H1.6a1.2 1.2 0 0 1-1.07-1.8L7.13 1.3A1 1 0 0 1 8 .8z"
      fill="currentColor"
    />,
    "M8 5.4v4.2m0 2.2v.2",
  ],
  over: [DISC, "m5.2 5.2 5.6 5.6m0-5.6-5.6 5.6"],
  never: [<path key="" d="M4.7 0h6.6L16 4.7v6.6L11.3 16H4.7L0 11.3V4.7z" fill="currentColor" />, "M4.5 8h7"],
  unknown: [DISC, "M5 8h6"],
} as const;

function Line({ children, ...style }: CSSProperties & { children: ReactNode }) {
  return <div style={{ display: "flex", lineHeight: 1, whiteSpace: "nowrap", ...style }}>{children}</div>;
}

/** 100 % stands at four fifths; what is over it leaves by an arrow, so that the sign is read without its colour. */
function Bar({ width, isOver }: NonNullable<PreviewView["bar"]>) {
  return (
    <svg width={WIDTH} height="58" viewBox={`0 -14 ${WIDTH} 58`} style={{ marginTop: 28 }}>
      <path d={`M0 0h${FULL}v30H0z`} fill={TRACK} />
      {isOver ? (
        <path d={`M0 0h${WIDTH - 20}l20 15-20 15H0z`} fill={OVER} />
      ) : (
        <path d={`M0 0h${width * WIDTH}v30H0z`} fill={USED} />
      )}
      <path d={`M${FULL - 6}-14h12v58h-12z`} fill={GROUND} />
      <path d={`M${FULL - 3}-14h6v58h-6z`} fill={INK} />
    </svg>
  );
}

/** The first figure is the largest; one of many digits is smaller. */
const sizeOf = (text: string, index: number) => (index === 0 ? 92 : text.length > 8 ? 40 : 58);

/** The picture of a pasted link, 1200 × 630. */
export function PreviewCard({ view }: { view: PreviewView }) {
  const { title, day, tone, verdict, about, beside, bar, figures } = view;
  const [shape, stroke] = MARKS[tone];
  return (
    <div
      style={{
        display: "flex",
        flexDirection: "column",
        width: "100%",
        height: "100%",
        padding: "52px 64px 54px",
        background: GROUND,
        color: INK,
        fontFamily: "Inter, Inter Extended, Inter Cyrillic, Inter Greek",
      }}
    >
      <Line alignItems="center">
        <BrandMark size={40} />
        <Line marginLeft={20} fontSize={44} fontWeight={600} letterSpacing="-0.01em">
          {title}
        </Line>
        <Line marginLeft="auto" fontSize={34} color={QUIET}>
          {day}
        </Line>
      </Line>
      <Line marginTop={beside ? 30 : 46} height={88} alignItems="center" color={COLOURS[tone]}>
        <svg width="76" height="76" viewBox="0 0 16 16" fill="none" style={{ flexShrink: 0 }}>
          {shape}
          <path d={stroke} stroke={GROUND} strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" />
        </svg>
        <Line
          marginLeft={24}
          fontSize={VERDICT_SIZES.find(({ most }) => verdict.length <= most)!.size}
          fontWeight={700}
          letterSpacing="-0.03em"
        >
          {verdict}
        </Line>
      </Line>
      <Line marginTop={20} fontSize={about.length > MOST_ABOUT ? 34 : 45} letterSpacing="-0.012em">
        {about}
      </Line>
      {beside && (
        <Line marginTop={16} fontSize={34} color={QUIET}>
          {beside}
        </Line>
      )}
      {bar && <Bar {...bar} />}
      <Line marginTop="auto" alignItems="flex-end">
        {figures.map(({ text, label }, index) => (
          <div
            key={label}
            style={{
              display: "flex",
              flexDirection: "column",
              ...(index === 0 ? { width: 456 } : { flex: 1, paddingLeft: 30, borderLeft: `2px solid ${LINE}` }),
            }}
          >
            <Line fontSize={sizeOf(text, index)} fontWeight={700} letterSpacing="-0.03em">
              {text}
            </Line>
            <Line marginTop={14} fontSize={index > 0 && label.length > 14 ? 32 : 36} color={QUIET}>
              {label}
            </Line>
          </div>
        ))}
      </Line>
    </div>
  );
}
