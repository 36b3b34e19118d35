import { accessOfSame, fileOfSame } from "../meantFiles.ts"
import type { Life } from "./Life.ts"

/** For how many milliseconds all clients name the same people before they come to others. */
const roundLength = 3000

/** Imports of the same 249 people by everybody at once, in another order each, and then access for them in one database. */
export const samePeople =
  (milliseconds: number): Life =>
  async (client, { databaseIds: [databaseId = ""] }) => {
    const began = performance.now()
    for (let at = 0; performance.now() - began < milliseconds; at++) {
      const round = Math.floor((performance.now() - began) / roundLength)
      const people = fileOfSame(`${client.name}-${at}`, round, 249, client.random.below(249))
      const { id } = await client.upload(people)
      const { state } = await client.rest(people, await client.run(people, id))
      if (state !== "completed") continue
      const access = accessOfSame(client.random, `${client.name}-${at}-access`, databaseId, people)
      const given = await client.upload(access)
      if (given.state === "ready") await client.rest(access, await client.run(access, given.id))
    }
  }
