import { PlatformUser } from "@muster/domain/model/PlatformUser"
import { assert, describe, it } from "vitest"
import { read, refusalOf, sending, testApp } from "./testApp.ts"

const base = "/api/v1/platform/users"

describe("several platform users", () => {
  it("are acted on together, each by itself", async () => {
    const { request } = testApp()
    const make = async (email: string) => {
      const body = { email, firstName: "A", lastName: "B" }
      return (await read(await request(base, sending("POST", body)), 201, PlatformUser)).id
    }
    const ids = [await make("a@muster.example"), await make("b@muster.example")]
    const act = async (name: string, userIds: ReadonlyArray<string>) => {
      const response = await request(`${base}/actions`, sending("POST", { act: name, userIds }))
      if (response.status !== 200) return refusalOf(response)
      const { items } = (await response.json()) as { items: ReadonlyArray<Record<string, string>> }
      return items.map(({ outcome, code }) => code ?? outcome).join(" ")
    }
    await request(`${base}/${ids[1]}/delete`, { method: "POST" })
    const absent = crypto.randomUUID()
    assert.equal(await act("deactivate", [...ids, absent]), "done unchanged user.not_found")
    assert.equal(await act("restore", ids), "unchanged done")
    assert.equal(await act("activate", ids), "done unchanged")
    assert.equal(await act("delete", ids), "done done")
    assert.equal(await act("deactivate", ids), "unchanged unchanged")
    const refusals = [await act("promote", ids), await act("delete", []), await act("delete", ["x"])]
    assert.deepEqual(refusals, Array(3).fill("422 request.invalid"))
    const many = Array.from({ length: 101 }, () => crypto.randomUUID())
    assert.equal(await act("delete", many), "422 request.invalid")
  })
})
