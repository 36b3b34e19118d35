import { describe, expect, it } from "vitest"
import { problemOf, sending, testApp } from "./testApp.ts"

const { request, app } = testApp()

const names = { email: "ann@audit.example", firstName: "Ann", lastName: "Audit" }
const { id: userId } = (await (await request("/api/v1/platform/users", sending("POST", names))).json()) as {
  id: string
}
await request(`/api/v1/platform/users/${userId}/deactivate`, { method: "POST" })

const list = async (query = "") =>
  (await (await request(`/api/v1/audit${query}`)).json()) as {
    readonly items: ReadonlyArray<Record<string, unknown>>
  }

describe("the audit", () => {
  it("tells who did what to whom, newest first", async () => {
    const { items } = await list(`?userId=${userId}`)
    expect(items).toMatchObject([
      { event: "user.changed", actor: "installation", userId, details: { status: "inactive" } },
      { event: "user.created", actor: "installation", userId, personal: { email: names.email } },
    ])
    for (const line of items) expect(Object.keys(line)).not.toContain("salt")
  })

  it("is searched by event, by time and page by page", async () => {
    expect((await list("?event=user.created")).items).toHaveLength(1)
    expect((await list("?event=group.created")).items).toEqual([])
    expect((await list("?until=2020-01-01")).items).toEqual([])
    expect((await list("?from=2020-01-01T00:00Z&limit=1")).items).toHaveLength(1)
    for (const wrong of ["from=2020-99-99", "from=yesterday", "event=none", "userId=1"])
      expect((await problemOf(await request(`/api/v1/audit?${wrong}`))).status).toBe(422)
  })

  it("fits together, also after a person was erased from it", async () => {
    const verify = async () => (await request("/api/v1/audit/verification")).json()
    expect(await verify()).toMatchObject({ lines: 2, faults: [], head: { ordinal: 2 } })

    const made = await request(
      "/api/v1/platform/users",
      sending("POST", { ...names, email: "sue@audit.example" }),
    )
    const { id } = (await made.json()) as { id: string }
    await request(`/api/v1/platform/users/${id}`, sending("PATCH", { platformRole: "superAdministrator" }))
    const erasing = sending("POST", { userId })
    const erased = await app.request("/api/v1/audit/erasures", {
      ...erasing,
      headers: { ...erasing.headers, cookie: `user=${id}` },
    })
    expect(await erased.json()).toEqual({ lines: 2 })
    expect(JSON.stringify(await list())).not.toContain(names.email)
    expect(await list(`?event=audit.erased`)).toMatchObject({
      items: [{ actor: `user:${id}`, userId, details: { lines: 2 } }],
    })
    expect(await verify()).toMatchObject({ lines: 5, faults: [] })
  })
})
