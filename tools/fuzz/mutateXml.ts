import type { Mutation } from "./mutateBytes.ts"
import type { Random } from "./Random.ts"

const oddValues = [
  ...[
    "",
    "0",
    "-1",
    "1",
    "65536",
    "1048577",
    "4294967296",
    "1e308",
    "NaN",
    "true",
    "hidden",
    "veryHidden",
    "A1",
  ],
  ...[
    "XFD1048576",
    "A0",
    "AAAA1",
    "B2:A1",
    "s",
    "str",
    "inlineStr",
    "b",
    "e",
    "d",
    "n",
    "rId99",
    "../../etc/passwd",
  ],
  ...[
    "http://127.0.0.1:1/",
    "&#0;",
    "&#xD800;",
    "&amp;",
    "&b;",
    "<",
    ">",
    '"',
    "x".repeat(70_000),
    "\ud800",
    "\0",
  ],
]

const oddMarkup = [
  ...[
    "<a>",
    "</a>",
    "<a/>",
    "<!--",
    "-->",
    "<!-- a -->",
    "<![CDATA[",
    "]]>",
    "<?a ?>",
    "&",
    "&lt;",
    "&#x110000;",
  ],
  ...[`<!DOCTYPE a [<!ENTITY b "c">]>`, "<f>1+1</f>", "<v>1</v>", `<c r="B2"><v>1</v></c>`, `<row r="1"/>`],
  ...[
    "<is><t>a</t></is>",
    "<rPh><t>a</t></rPh>",
    `<mergeCell ref="A1:XFD1048576"/>`,
    "<sheetData>",
    "</sheetData>",
  ],
]

/** A place in the text where something that fits the pattern stands. */
const placeOf = (text: string, pattern: RegExp, random: Random): RegExpExecArray | null => {
  const found = [...text.matchAll(pattern)] as Array<RegExpExecArray>
  return found.length === 0 ? null : random.pick(found)
}

const replaceOne =
  (pattern: RegExp, by: (found: string, random: Random, text: string) => string): Mutation<string> =>
  (text, random) => {
    const place = placeOf(text, pattern, random)
    if (place === null) return text
    return text.slice(0, place.index) + by(place[0], random, text) + text.slice(place.index + place[0].length)
  }

const tag = /<[^>]*>/g
const attribute = /\s[\w:]+="[^"]*"/g

const changeValue = replaceOne(attribute, (found, random) =>
  found.replace(/"[^"]*"/, () => `"${random.pick(oddValues)}"`),
)
const dropAttribute = replaceOne(attribute, () => "")
const doubleAttribute = replaceOne(attribute, (found) => found + found)
const dropTag = replaceOne(tag, () => "")
const doubleTag = replaceOne(tag, (found) => found + found)
const otherTag = replaceOne(tag, (_, random, text) => placeOf(text, tag, random)?.[0] ?? "")
const changeText = replaceOne(/>[^<]+</g, (_, random) => `>${random.pick(oddValues)}<`)
const insertMarkup = replaceOne(/<|$/g, (found, random) => random.pick(oddMarkup) + found)
const renameTag = replaceOne(/<\/?[\w:]+/g, (found, random) => found + random.pick(["", "x", ":x", " ", "/"]))
const manyTimes = replaceOne(/<row[^]*?<\/row>|<c [^]*?<\/c>|<si>[^]*?<\/si>/g, (found, random) =>
  found.repeat(random.pick([2, 3, 300])),
)

const xmlMutations = [
  ...[changeValue, changeValue, dropAttribute, doubleAttribute, dropTag, doubleTag, otherTag],
  ...[changeText, insertMarkup, renameTag, manyTimes],
]

/** Changes that know what XML is made of. */
export const mutateXml: Mutation<string> = (text, random) => {
  let changed = text
  for (let times = 1 + random.below(3); times > 0; times--)
    changed = random.pick(xmlMutations)(changed, random)
  return changed
}
