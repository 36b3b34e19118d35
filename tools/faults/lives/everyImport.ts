import { fileOfAccess, fileOfOwn, fileOfShared, fileToCorrect, undoingOf } from "../meantFiles.ts"
import type { Life } from "./Life.ts"

/** Imports of every kind, one after another; the largest have a thousand and `manyRows` rows. */
export const everyImport =
  (manyRows: number): Life =>
  async (client, options) => {
    const { random } = client
    /** People whom this client has made and given no access yet. */
    const people: Array<string> = []
    for (let at = 0; !options.isOver(); at++) {
      const name = `${client.name}-${at}`
      const chance = random.below(100)
      if (chance < 30) {
        const file = fileOfOwn(name, random.pick([3, 40, 249]))
        const { id, state } = await client.upload(file)
        if (state !== "ready") continue
        const { state: end } = await client.rest(file, await client.run(file, id))
        await client.report(file, id)
        if (random.below(3) === 0) {
          const undoing = undoingOf(file)
          const undo = await client.undo(undoing, id)
          await client.rest(undoing, await client.run(undoing, undo.id))
        } else if (end === "completed") people.push(...file.rows.slice(0, 40).map(({ email }) => email))
      } else if (chance < 40) {
        const file = fileOfOwn(name, 1000 + random.below(manyRows))
        const { id } = await client.upload(file)
        await client.rest(file, await client.run(file, id))
      } else if (chance < 60) {
        const file = fileOfShared(random, name)
        const { id } = await client.upload(file)
        await client.rest(file, await client.run(file, id))
        await client.report(file, id)
      } else if (chance < 72) {
        const { file, right } = fileToCorrect(name, 5 + random.below(200))
        const { id, state } = await client.upload(file)
        if (state !== "refused") continue
        await client.correct(file, id, right)
        await client.rest(file, await client.run(file, id))
      } else if (chance < 80) {
        const file = fileOfOwn(name, 1000 + random.below(manyRows))
        const { id } = await client.upload(file)
        await client.run(file, id)
        await client.rest(file, await client.cancel(file, id))
      } else if (people.length > 0) {
        const isWrong = random.below(3) === 0
        const emails = isWrong ? people.slice(0, 40) : people.splice(0, 1 + random.below(people.length))
        const file = fileOfAccess(random, name, random.pick(options.databaseIds), emails, isWrong)
        const { id, state } = await client.upload(file)
        if (state === "ready") await client.rest(file, await client.run(file, id))
      }
    }
  }
