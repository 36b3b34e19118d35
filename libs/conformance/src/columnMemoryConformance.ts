import { assert, describe } from "@effect/vitest"
import { ColumnMemory } from "@muster/domain/ports/ColumnMemory"
import type { CurrentActor } from "@muster/domain/rights/CurrentActor"
import { Effect, Option } from "effect"
import { newDatabase, newWord, platform } from "./importScenes.ts"
import type { Ports } from "./portsConformance.ts"

/** Claims about remembering what columns were chosen to mean. */
export const columnMemoryConformance = (
  name: string,
  claim: <E>(text: string, effect: Effect.Effect<void, E, Ports | CurrentActor>) => void,
) =>
  describe(`the memory of columns (${name})`, () => {
    claim(
      "is of the same header in the same place, whatever its case and signs, and the last choice stands",
      Effect.gen(function* () {
        const memory = yield* ColumnMemory
        const databaseId = yield* newDatabase
        const step2 = { kind: "database-users", databaseId } as const
        const word = newWord()
        yield* memory.remember(platform, [word, "Namn", "Ålder"], ["email", "fullName", null])
        yield* memory.remember(platform, [word, "Namn", "Ålder"], ["email", "lastName", "firstName"])
        yield* memory.remember(step2, [word, "Namn", "Ålder"], ["email", null, "groupName"])
        const same = yield* memory.recall(platform, [word.toUpperCase(), " na-mn", "alder"])
        assert.deepEqual(Option.getOrNull(same), ["email", "lastName", "firstName"])
        const there = yield* memory.recall(step2, [word, "Namn", "Ålder"])
        assert.deepEqual(Option.getOrNull(there), ["email", null, "groupName"])
        const elsewhere = { kind: "database-users", databaseId: yield* newDatabase } as const
        assert.isTrue(Option.isNone(yield* memory.recall(elsewhere, [word, "Namn", "Ålder"])))
        assert.isTrue(Option.isNone(yield* memory.recall(platform, ["Namn", word, "Ålder"])))
      }),
    )
    claim(
      "holds headers of any length and with any text",
      Effect.gen(function* () {
        const memory = yield* ColumnMemory
        const header = [
          newWord(),
          "\0\ud800'\"\\",
          ...Array.from({ length: 60 }, (_, at) => `${at} ${"x".repeat(5000)}`),
        ]
        yield* memory.remember(platform, header, ["email"])
        assert.deepEqual(Option.getOrNull(yield* memory.recall(platform, header)), ["email"])
      }),
    )
  })
