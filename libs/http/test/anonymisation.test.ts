import { PlatformUser } from "@muster/domain/model/PlatformUser"
import { assert, it } from "vitest"
import { csv, read, readImport, refusalOf, sending, testApp } from "./testApp.ts"

const base = "/api/v1/platform/users"

it("a deleted user is anonymised after a preview, and nothing else can be done to them then", async () => {
  const { request } = testApp()
  const one = await readImport(
    await request("/api/v1/platform/imports", csv("email,firstName,lastName\nola@gone.example,Ola,Gone\n")),
    201,
  )
  await request(`/api/v1/platform/imports/${one.id}/run`, { method: "POST" })
  const found = (await (await request(`${base}?search=gone`)).json()) as { items: [{ id: string }] }
  const own = `${base}/${found.items[0].id}`
  await request(own, sending("PATCH", { email: "ola@left.example" }))
  const act = (name: string) => request(`${own}/${name}`, { method: "POST" })
  assert.equal(await refusalOf(await act("anonymise")), "409 user.not_deleted")
  await act("delete")
  assert.deepEqual(await (await request(`${own}/traces`)).json(), {
    accesses: 0,
    apiKeys: 0,
    importRows: 1,
    auditLines: 2,
  })
  const stale = { method: "POST", headers: { "if-match": '"1"' } }
  assert.equal(await refusalOf(await request(`${own}/anonymise`, stale)), "412 user.changed_meanwhile")
  const nobody = await read(await act("anonymise"), 200, PlatformUser)
  assert.deepInclude(nobody, { status: "anonymised", firstName: "Anonymised", phone: null })
  for (const name of ["restore", "activate", "delete"])
    assert.equal(await refusalOf(await act(name)), "409 user.anonymised")
  const patch = await request(own, sending("PATCH", { firstName: "Ola" }))
  assert.equal(await refusalOf(patch), "409 user.anonymised")
  for (const place of [base, `${base}/download`, "/api/v1/audit", `/api/v1/platform/imports/${one.id}/rows`])
    assert.notMatch(await (await request(place)).text(), /ola@|Ola/)
  const report = await request(`/api/v1/platform/imports/${one.id}/report?rows=all`)
  assert.equal(report.status, 200)
  assert.notMatch(await report.text(), /ola@|Ola/)
  assert.equal(await refusalOf(await request(`${base}/${crypto.randomUUID()}/traces`)), "404 user.not_found")
})
