import { makeZip, type ZipPart } from "../../libs/sheet/test/xlsx/makeZip.ts"
import { byteMutations, oddNumbers, type Mutation } from "./mutateBytes.ts"
import { mutateXml } from "./mutateXml.ts"
import type { Random } from "./Random.ts"
import { unzip } from "./unzip.ts"

type Parts = ReadonlyArray<ZipPart>

const changeOne =
  (change: (part: ZipPart, random: Random) => ZipPart): Mutation<Parts> =>
  (parts, random) => {
    const chosen = random.below(parts.length)
    return parts.map((part, at) => (at === chosen ? change(part, random) : part))
  }

const changeXml = changeOne((part, random) => ({
  ...part,
  content: mutateXml(Buffer.from(part.content as string).toString("utf8"), random),
}))

const changeContent = changeOne((part, random) => ({
  ...part,
  content: random.pick(byteMutations)(Buffer.from(part.content as string), random),
}))

const changeCompressed = changeOne((part, random) => ({
  ...part,
  compressed: random.pick(byteMutations)(Buffer.from(part.content as string), random),
}))

const claim = changeOne((part, random) => {
  const number = random.pick(oddNumbers)
  const claims = random.pick([
    { size: number },
    { crc: number },
    { offset: number },
    { flags: number & 0xffff },
    { method: number & 0xffff },
    { localName: `${part.name}x` },
    { extra: Buffer.from([1, 0, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8]) },
  ])
  return { ...part, claims }
})

const rename = changeOne((part, random) => ({
  ...part,
  name: random.pick([
    part.name.toUpperCase(),
    `../${part.name}`,
    `/${part.name}`,
    part.name.replaceAll("/", "\\"),
    "[Content_Types].xml",
    "xl/workbook.xml",
    "xl/sharedStrings.xml",
    "é.xml",
    "",
  ]),
}))

const store = changeOne((part) => ({ ...part, stored: !part.stored }))

const drop: Mutation<Parts> = (parts, random) => parts.toSpliced(random.below(parts.length), 1)

const double: Mutation<Parts> = (parts, random) => [...parts, random.pick(parts)]

const exchange: Mutation<Parts> = (parts, random) => {
  const other = random.pick(parts)
  return changeOne((part) => ({ ...part, content: other.content }))(parts, random)
}

const partsMutations = [
  changeXml,
  changeXml,
  changeXml,
  changeContent,
  changeCompressed,
  claim,
  claim,
].concat([rename, store, drop, double, exchange])

/** Changes that know how a workbook is put together; null for what is no archive. */
export const mutateZip = (file: Buffer, random: Random): Buffer | null => {
  let parts = unzip(file)
  if (parts === null) return null
  for (let times = 1 + random.below(3); times > 0 && parts.length > 0; times--) {
    parts = random.pick(partsMutations)(parts, random)
  }
  return makeZip(parts)
}
