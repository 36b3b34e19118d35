import type { Random } from "./Random.ts"

/** A change to a file, with the chance of which; what it cannot change it leaves. */
export type Mutation<A = Buffer> = (of: A, random: Random) => A

/** Numbers that sizes, offsets and counts go wrong at. */
export const oddNumbers = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0xfffffffe, 0xffffffff]

const cut = (bytes: Buffer, from: number, to: number, between: Uint8Array = new Uint8Array(0)): Buffer =>
  Buffer.concat([bytes.subarray(0, from), between, bytes.subarray(to)])

const range = (bytes: Buffer, random: Random, most = 64): readonly [from: number, to: number] => {
  const from = random.below(bytes.length)
  return [from, Math.min(bytes.length, from + 1 + random.below(most))]
}

const flipBits: Mutation = (bytes, random) => {
  const changed = Buffer.from(bytes)
  for (let times = 1 + random.below(8); times > 0 && changed.length > 0; times--) {
    const at = random.below(changed.length)
    changed[at] = (changed[at] ?? 0) ^ (1 << random.below(8))
  }
  return changed
}

const setNumber: Mutation = (bytes, random) => {
  if (bytes.length < 4) return bytes
  const changed = Buffer.from(bytes)
  changed.writeUInt32LE(random.pick(oddNumbers), random.below(bytes.length - 3))
  return changed
}

const remove: Mutation = (bytes, random) => cut(bytes, ...range(bytes, random))

const repeat: Mutation = (bytes, random) => {
  const [from, to] = range(bytes, random)
  return cut(bytes, to, to, bytes.subarray(from, to))
}

const insert: Mutation = (bytes, random) => {
  const at = random.below(bytes.length)
  return cut(
    bytes,
    at,
    at,
    Buffer.from(Array.from({ length: 1 + random.below(32) }, () => random.below(256))),
  )
}

const truncate: Mutation = (bytes, random) => bytes.subarray(0, random.below(bytes.length))

const move: Mutation = (bytes, random) => {
  const [from, to] = range(bytes, random)
  const rest = cut(bytes, from, to)
  const at = random.below(rest.length)
  return cut(rest, at, at, bytes.subarray(from, to))
}

/** Changes that know nothing of what a file is. */
export const byteMutations: ReadonlyArray<Mutation> = [
  flipBits,
  setNumber,
  remove,
  repeat,
  insert,
  truncate,
  move,
]

/** The beginning of one file and the end of another. */
export const splice = (one: Buffer, other: Buffer, random: Random): Buffer =>
  Buffer.concat([
    one.subarray(0, random.below(one.length + 1)),
    other.subarray(random.below(other.length + 1)),
  ])
