import type { Fixture } from "../fixtures/Fixture.ts"
import { fixtureGroups } from "../fixtures/fixtureGroups.ts"
import { byteMutations, splice } from "./mutateBytes.ts"
import { mutateText } from "./mutateText.ts"
import { mutateZip } from "./mutateZip.ts"
import { Random } from "./Random.ts"

/** A file that was changed, and how it is sent. */
export interface Mutant extends Pick<Fixture, "into" | "sent"> {
  /** The fixture that it was made of, in words. */
  readonly of: string
  readonly bytes: Buffer
}

/** In bytes: larger files are no likelier to break a reader, and take long; forms may hold theirs 10,000 times. */
const largest = 300_000
const largestInForm = 1000

/** A file sent with its digest is refused for any change, and tells nothing of the reader. */
const all = fixtureGroups
  .flatMap(({ fixtures }) => fixtures)
  .filter(({ sent }) => sent?.headers?.["content-digest"] === undefined)
const files = new Map<Fixture, Buffer>()

/** The bytes of a fixture, made once. */
const bytesOf = (fixture: Fixture): Buffer => {
  const known = files.get(fixture)
  if (known !== undefined) return known
  const made = fixture.file()
  const bytes = Buffer.from(made.length > largest ? made.subarray(0, largest) : made)
  files.set(fixture, bytes)
  return bytes
}

/** The mutant of that number: always the same for the same seed and the same fixtures. */
export const mutantAt = (seed: number, at: number): Mutant => {
  const random = new Random(Math.imul(seed, 0x9e3779b1) ^ Math.imul(at + 1, 0x85ebca6b))
  const fixture = random.pick(all)
  const whole = bytesOf(fixture)
  const { into, sent } = fixture
  const mutant = (bytes: Buffer, how: Fixture["sent"] = sent): Mutant => ({
    of: `${fixture.case} ${fixture.holds}`,
    bytes: how?.body === undefined ? bytes : bytes.subarray(0, largestInForm),
    ...(into && { into }),
    ...(how && { sent: how }),
  })
  if (sent?.body !== undefined && random.below(2) === 0) {
    const { body, ...rest } = sent
    return mutant(random.pick(byteMutations)(Buffer.from(body(whole)), random), rest)
  }
  const kind = random.below(10)
  if (kind === 0) return mutant(splice(whole, bytesOf(random.pick(all)), random))
  if (kind < 4) {
    let bytes = whole
    for (let times = 1 + random.below(4); times > 0; times--)
      bytes = random.pick(byteMutations)(bytes, random)
    return mutant(bytes)
  }
  return mutant(mutateZip(whole, random) ?? mutateText(whole, random))
}
