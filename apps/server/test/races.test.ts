import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { client } from "./client.ts"
import { freshStore, startMuster, type Muster } from "./startMuster.ts"

/** Two processes on one store, as behind a load balancer. */
let processes: ReadonlyArray<Muster>
beforeAll(async () => {
  const settings = { DATABASE_URL: await freshStore() }
  processes = [await startMuster(settings), await startMuster(settings)]
})
afterAll(() => Promise.all(processes.map((muster) => muster.stop())))

const rounds = 200

describe("two clients with the same people at the same moment", () => {
  it(`create every person once, in ${rounds} rounds, and both reports add up`, async () => {
    const clients = processes.map(({ address }) => client(address))
    for (let round = 0; round < rounds; round++) {
      const rows = Array.from(
        { length: 10 },
        (_, at) => `r${round}p${at}@race.example,Per,Son,r${round}u${(at * 3) % 10}`,
      )
      const results = await Promise.all(
        clients.map(async (api, at) => {
          const order = at === 0 ? rows : rows.toReversed()
          const one = await api.upload("platform", ["email,firstName,lastName,username", ...order].join("\n"))
          return api.run("platform", one.id)
        }),
      )
      for (const { state, counts } of results) {
        expect(state).toBe("completed")
        expect(counts.created + counts.failed).toBe(10)
      }
      expect(results.reduce((sum, { counts }) => sum + counts.created, 0)).toBe(10)
    }
  })
})
