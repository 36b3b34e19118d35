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

  it("are changed alike, invited and given access to a database", async () => {
    const { request } = testApp()
    const make = async (email: string) => {
      const body = { email, firstName: "A", lastName: "B" }
      return (await read(await request(base, sending("POST", body)), 201, PlatformUser)).id
    }
    const userIds = [await make("a@muster.example"), await make("b@muster.example")]
    const act = async (body: object) => {
      const response = await request(`${base}/actions`, sending("POST", { ...body, userIds }))
      if (response.status !== 200) return refusalOf(response)
      const { items } = (await response.json()) as { items: ReadonlyArray<Record<string, string>> }
      return items.map(({ outcome, code, message }) => (code ? `${code}: ${message}` : outcome)).join(" ")
    }
    assert.equal(await act({ act: "change", change: { languageCode: "sv" } }), "done done")
    assert.equal(await act({ act: "change", change: {} }), "422 request.invalid")
    assert.equal(await act({ act: "change", change: { email: "c@muster.example" } }), "422 request.invalid")
    assert.match(
      await act({ act: "change", change: { languageCode: "sv!" } }),
      /^language_code\.invalid: \S+/,
    )
    assert.equal(await act({ act: "invite" }), "done done")
    await request("/api/v1/platform/sample", { method: "POST" })
    const { items } = (await (await request("/api/v1/databases")).json()) as { items: [{ id: string }] }
    const reader = { act: "giveAccess", databaseId: items[0].id, departmentId: "00101", groupName: "Reader" }
    assert.match(await act({ ...reader, groupName: "Raeder" }), /^group\.unknown: .*Raeder/)
    assert.equal(await act(reader), "done done")
    assert.equal(await act(reader), "unchanged unchanged")
    assert.equal(await act({ ...reader, databaseId: crypto.randomUUID() }), "404 database.not_found")
  })
})
