import { expect, it } from "vitest"
import { serverSettings, sharedBuffers } from "../../src/embedded/serverSettings.ts"

it.each([
  ["half a gigabyte", 0.5, 128],
  ["two gigabytes", 2, 128],
  ["four gigabytes", 4, 256],
  ["sixteen gigabytes", 16, 1_024],
  ["a terabyte", 1_024, 1_024],
])("PostgreSQL keeps of %s of memory a share that leaves room for others", (_, gigabytes, megabytes) => {
  expect(sharedBuffers(gigabytes * 2 ** 30)).toBe(megabytes)
})

it("a server is told a share of the memory there is", () => {
  const settings = serverSettings({ port: 1, durable: true })
  const [share] = settings.flatMap((setting) => /^shared_buffers=(\d+)MB$/.exec(setting)?.[1] ?? [])
  expect(Number(share)).toBeGreaterThanOrEqual(128)
  expect(Number(share)).toBeLessThanOrEqual(1_024)
})
