import { utf16be, utf16le, utf32le } from "../fixtures/encode.ts"
import type { Mutation } from "./mutateBytes.ts"
import type { Random } from "./Random.ts"

/** What text goes wrong at: delimiters, quotes, line ends, marks, and characters of every kind. */
const oddTexts = [
  ...[",", ";", "\t", "|", '"', '""', "'", "\\", '\\"', "\r", "\n", "\r\n", "\n\r", "\0", "\x1a", "\ufeff"],
  ...[
    "\u2028",
    "\u0085",
    "\u202e",
    "\u200b",
    "\ufffd",
    "\ud83d",
    "😀",
    "é",
    "e\u0301",
    "=1+1",
    "'=1+1",
    "@",
    "-",
  ],
  ...[
    "sep=;\r\n",
    "#",
    "__CLEAR__",
    "__proto__",
    "NaN",
    "1e999",
    "7,01E+11",
    "x".repeat(40_000),
    ",".repeat(100),
  ],
  ...["password", "_row", "email", "e-post", "departmentId", '"email"', "a@b.example", "@example.invalid"],
]

const between: Mutation<string> = (text, random) => {
  const at = random.below(text.length + 1)
  return text.slice(0, at) + random.pick(oddTexts) + text.slice(at)
}

const instead: Mutation<string> = (text, random) => {
  const found = random.pick([",", ";", "\t", '"', "\r\n", "\n", "@", ".", "e", " "])
  const places = text.split(found)
  if (places.length === 1) return text
  if (random.below(2) === 0) return places.join(random.pick(oddTexts.slice(0, 16)))
  const at = 1 + random.below(places.length - 1)
  return places.slice(0, at).join(found) + random.pick(oddTexts) + places.slice(at).join(found)
}

const changeLines =
  (change: (lines: Array<string>, at: number, random: Random) => void): Mutation<string> =>
  (text, random) => {
    const lines = text.split("\n")
    change(lines, random.below(lines.length), random)
    return lines.join("\n")
  }

const dropLine = changeLines((lines, at) => void lines.splice(at, 1))
const doubleLine = changeLines((lines, at) => void lines.splice(at, 0, lines[at] ?? ""))
const manyLines = changeLines((lines, at, random) => {
  const line = lines[at] ?? ""
  const times = line.length > 200 ? 2 : random.pick([2, 248, 249, 250, 2000])
  lines.splice(at, 0, ...Array<string>(times).fill(line))
})
const shuffleCells = changeLines((lines, at, random) => {
  lines[at] = (lines[at] ?? "")
    .split(",")
    .sort(() => random.below(3) - 1)
    .join(",")
})

const textMutations = [between, instead, dropLine, doubleLine, manyLines, shuffleCells]

const encodings: ReadonlyArray<(text: string) => Buffer> = [
  utf16le,
  utf16be,
  utf32le,
  (text) => Buffer.from(text, "latin1"),
  (text) => utf16le(`\ufeff${text}`),
  (text) => utf16be(`\ufeff${text}`),
  (text) => Buffer.from(`\ufeff${text}`),
  (text) => Buffer.from(Buffer.from(text).toString("latin1")),
]

/** Changes that know what text in rows is made of. */
export const mutateText: Mutation = (bytes, random) => {
  let text = bytes.toString("utf8")
  for (let times = 1 + random.below(3); times > 0; times--) text = random.pick(textMutations)(text, random)
  return random.below(4) === 0 ? random.pick(encodings)(text) : Buffer.from(text)
}
