import type { Random } from "../fuzz/Random.ts"

const starts = ["=", "+", "-", "@", "\t", "＝", "|", "'", "'=", '"', " ", "", "", "", ""]

const middles = [
  ...[
    "1+1",
    "SUM(A1:A9)",
    `HYPERLINK("http://127.0.0.1:1/";"a")`,
    "cmd|' /C calc'!A0",
    "007",
    "00101",
    "1,5",
    "1.5",
  ],
  ...[
    "2-3",
    "2026-03-02",
    "mars 2",
    "3/4",
    "12:30",
    "1E5",
    "7,01E+11",
    "12345678901234567890",
    "TRUE",
    "SANT",
    "#N/A",
  ],
  ...[
    "Åsa",
    "O'Brien",
    "Ek, Lund; Ås",
    'Bo "Bosse"',
    "李小龍",
    "👩‍💻",
    "می‌خواهم",
    "e\u0301",
    "<b>&amp;</b>",
    "]]>",
  ],
  ...[
    "_x000D_",
    "_x0041_",
    "a\nb",
    "a\tb",
    "__CLEAR__",
    "\u00a0",
    "\u200b",
    "\ufeff",
    "null",
    "NaN",
    "50 %",
    "100 kr",
  ],
]

const ends = ["", "", "", " ", "\n", "'", '"', ",", ";", "\t", "x"]

/** A text that spreadsheets, text files or XML do things to. It has no white space around it that its column would lose. */
export const nastyCell = (random: Random): string =>
  random.pick(starts) +
  Array.from({ length: 1 + random.below(2) }, () => random.pick(middles)).join(
    random.pick(["", " ", "-", "\n"]),
  ) +
  random.pick(ends)
