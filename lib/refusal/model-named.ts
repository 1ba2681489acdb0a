import { findModel, modelNamed } from "@/lib/catalogue";
import { withoutOwner } from "./types";

const NOT_A_MODEL =
  /^(?:requests|tokens|images|default|model|the|this|your|organization|project|api_key|key|user|end_user|team|team_member|customer|selected|limit)$/i;

/** A name that goes on in the next line, as a terminal breaks it; `null` where only a part of it can be known. */
function whole(name: string, rest: string): string | null {
  const below = /^\r?\n[ \t]*([^\s,;'"()]{1,60})/.exec(rest)?.[1];
  if (below === undefined || /^(?:in|on)$/i.test(below)) return name;
  const joined = `${name}${below.replace(/[.:]+$/, "")}`;
  if (findModel(joined)) return joined;
  // “for gpt-5.6-⏎my-own in organization …”: a name that is broken, and nobody knows it.
  return /^\r?\n[ \t]*\S+\s+(?:in|on)\b/i.test(rest) || /[-.]$/.test(name) ? null : name;
}

/** What names the model in a message, most telling first: the pool it shares, then the model. */
const PLACES = [
  /\(for limit ([^\s)]{1,100})\)/gi,
  /\brequests to [^\s,;'"()]{1,100} for ([^\s,;'"()]{1,100}) in\b/gi,
  /\b(?:reached|exceeded|large) for (?:model )?([^\s,;'"()]{1,100})/gi,
  /\bPassed model=([^\s,;'"()]{1,100})/gi,
];

/** The model that `message` names, or its pool, without router and owner; `null` where it names none. */
export function modelOf(message: string): string | null {
  for (const place of PLACES)
    for (const { 0: all, 1: written, index } of message.matchAll(place)) {
      const name = whole(written!, message.slice(index + all.length));
      if (name === null) return null;
      const model = name.replace(/[.:]+$/, "");
      if (model !== "" && !NOT_A_MODEL.test(model)) return withoutOwner(modelNamed(model) ?? model);
    }
  return null;
}
