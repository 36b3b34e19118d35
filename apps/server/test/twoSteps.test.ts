import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { client, peopleFile } from "./client.ts"
import { authorization, freshStore, startMuster, type Muster } from "./startMuster.ts"

let muster: Muster
let api: ReturnType<typeof client>
const user = async (email: string) =>
  (
    await api.json<{ items: ReadonlyArray<{ email: string; firstName: string; lastName: string }> }>(
      `platform/users?search=${encodeURIComponent(email)}`,
    )
  ).items

beforeAll(async () => {
  muster = await startMuster({ DATABASE_URL: await freshStore() }, "--sample")
  api = client(muster.address)
})
afterAll(() => muster.stop())

describe("step 1 over HTTP", () => {
  it("creates 249 people, and none the second time, saying of each whose e-mail is taken", async () => {
    const first = await api.upload("platform", peopleFile(249))
    expect(first).toMatchObject({ state: "ready", counts: { rows: 249, valid: 249 } })
    expect(await api.run("platform", first.id)).toMatchObject({
      state: "completed",
      counts: { created: 249, failed: 0, rows: 249 },
    })
    const again = await api.upload("platform", peopleFile(249))
    expect(await api.run("platform", again.id)).toMatchObject({ counts: { created: 0, failed: 249 } })
    for (const row of await api.rows("platform", again.id)) {
      expect(row.status).toBe("failed")
      expect(row.issues[0]?.message).toContain(row.cells.email)
    }
  })

  it("refuses 250 rows with limit and count, and stores nothing", async () => {
    const before = await api.json<{ items: ReadonlyArray<unknown> }>("platform/imports?limit=500")
    const response = await api.send("platform", peopleFile(250))
    expect(response.status).toBe(422)
    expect(response.headers.get("Content-Type")).toContain("application/problem+json")
    expect(await response.json()).toMatchObject({
      code: "file.too_many_rows",
      issues: [{ code: "file.too_many_rows", details: { limit: 249, found: 250 } }],
    })
    expect(await api.json("platform/imports?limit=500")).toEqual(before)
  })

  it("accepts 249 rows followed by 10,000 blank ones", async () => {
    const file = `${peopleFile(249, 1000)}\r\n${",,\r\n".repeat(5000)}${"\r\n".repeat(5000)}`
    expect(await api.upload("platform", file)).toMatchObject({ state: "ready", counts: { rows: 249 } })
  })

  const mistaken = [
    "email,firstName,lastName,username,languageCode",
    "anna@m.example,Anna,Lind,,sv-SE",
    "no-address,,Berg,,sv-SE",
    "björn@m.example,Björn,Ek,,sv-SE",
    "carla@m.example,Carla,Sol,carla,sv-SE",
    "CARLA@m.example,Carla,Sol,carla2,sv-SE",
    "dora@m.example,Dora,,,swedish!",
    "erik@,Erik,Dahl,,sv-SE",
    `frida@m.example,Frida,${"o".repeat(101)},frida  ros,sv-SE`,
    "hilda@m.example,Hilda,Gran,,sv-SE",
  ].join("\n")

  it("shows ten mistakes in seven rows at once, and how to fix each", async () => {
    const one = await api.upload("platform", mistaken)
    expect(one).toMatchObject({ state: "refused", counts: { rows: 9, valid: 2, invalid: 7 } })
    const issues = (await api.rows("platform", one.id)).flatMap((row) => row.issues)
    expect(issues.map(({ row, column, code }) => `${row} ${column} ${code}`)).toEqual([
      "3 firstName cell.required",
      "3 email email.invalid",
      "4 email email.non_ascii_local",
      "5 email email.duplicate_in_file",
      "6 email email.duplicate_in_file",
      "7 lastName cell.required",
      "7 languageCode language_code.invalid",
      "8 email email.invalid",
      "9 lastName cell.too_long",
      "9 username username.invalid",
    ])
    for (const { message, suggestion } of issues) {
      expect(message).toMatch(/\.$/)
      expect(suggestion).toMatch(/[.?]$/)
    }
    const run = await api.post(`platform/imports/${one.id}/run`)
    expect([run.status, await run.json()]).toMatchObject([409, { code: "import.not_ready" }])
  })

  it("creates the good rows when the others are left out, and the rest from the corrected error file", async () => {
    const one = await api.upload("platform", mistaken, "&invalidRows=skip")
    expect(one.state).toBe("ready")
    const done = await api.run("platform", one.id)
    expect(done.counts).toMatchObject({ rows: 9, created: 3, failed: 6, unprocessed: 0 })

    const report = await api.report("platform", one.id)
    expect(report.split("\r\n")[0]).toBe(
      "\ufeffemail,firstName,lastName,username,languageCode,_row,_status,_code,_column,_message,_suggestion",
    )
    // As LibreOffice saves it: without byte-order mark, LF, quotes only where needed.
    const corrected = report
      .replace("\ufeff", "")
      .replaceAll("\r\n", "\n")
      .replace("no-address,,", "berit@m.example,Berit,")
      .replace("björn@", "bjorn@")
      .replace(/^CARLA@m.*\n/m, "")
      .replace("dora@m.example,Dora,,,swedish!", "dora@m.example,Dora,Holm,,sv-SE")
      .replace("erik@,", "erik@m.example,")
      .replace(/o{101},frida {2}ros/, "Ros,frida")
    const second = await api.upload("platform", corrected)
    expect(second).toMatchObject({ state: "ready", counts: { rows: 5, valid: 5 } })
    expect((await api.run("platform", second.id)).counts).toMatchObject({ created: 5, failed: 0 })
    expect(await user("@m.example")).toHaveLength(8)
  })

  it.each(["=cmd|' /C calc'!A0", "O'Brien", "Ø", "名前", "👩‍🚀", "+1", "@x"])(
    "stores the name %s as it is, and lets no live formula out",
    async (name) => {
      const email = `n${Buffer.from(name).toString("hex")}@names.example`
      const one = await api.upload("platform", `email,firstName,lastName\n${email},"${name}",x`)
      await api.run("platform", one.id)
      expect(await user(email)).toMatchObject([{ firstName: name }])
      const report = await api.report("platform", one.id, "all")
      for (const cell of report.split(/[,\r\n]/)) expect(cell).not.toMatch(/^"?[\s]*[=+\-@\t|＝＋－＠]/)
    },
  )

  it("refuses a NUL, half a character and a 10 MB cell by code, each in its row", async () => {
    const nul = await api.upload("platform", "email,firstName,lastName\nnul@names.example,a\0b,x")
    expect((await api.rows("platform", nul.id))[0]?.issues).toMatchObject([
      { code: "cell.control_character" },
    ])
    const utf16 = Buffer.from("\ufeffemail\tfirstName\tlastName\nhalf@names.example\ta\ud800b\tx", "utf16le")
    const half = await api.upload("platform", new Uint8Array(utf16))
    expect((await api.rows("platform", half.id))[0]?.issues).toMatchObject([{ code: "cell.invalid_unicode" }])
    const long = await api.upload(
      "platform",
      `email,firstName,lastName\nlong@names.example,"${"a".repeat(10_000_000)}",x\nok@names.example,b,x`,
    )
    expect(long.counts).toMatchObject({ rows: 2, valid: 1, invalid: 1 })
    expect((await api.rows("platform", long.id))[0]?.issues).toMatchObject([
      { code: "cell.too_long", column: "firstName" },
    ])
  })

  it("reads what Excel writes in Swedish, and shows what it read", async () => {
    const file = Uint8Array.from("E-post;Förnamn;Efternamn\r\nasa@xl.example;Åsa;Öberg\r\n", (c) =>
      c.charCodeAt(0),
    )
    const one = await api.upload("platform", file)
    expect(one).toMatchObject({ state: "ready", issues: [{ code: "file.encoding_guessed" }] })
    await api.run("platform", one.id)
    expect(await user("asa@xl.example")).toMatchObject([{ firstName: "Åsa", lastName: "Öberg" }])
  })
})

describe("step 2 over HTTP", () => {
  let scope: string
  beforeAll(async () => {
    const { items } = await api.json<{ items: ReadonlyArray<{ id: string; name: string }> }>("databases")
    scope = `databases/${items.find(({ name }) => name.startsWith("Northvik"))?.id}`
  })
  const file = (...rows: ReadonlyArray<string>) => ["email,departmentId,groupName", ...rows].join("\n")
  const accesses = async () =>
    (await api.json<{ items: ReadonlyArray<unknown> }>(`${scope}/users?limit=500`)).items

  it("refuses three mistakes with suggestions and grants nothing; corrected grants all; again all unchanged", async () => {
    const wrong = file(
      "person0@company.example,00101,Reader",
      "person1@company.example,101,Reader",
      "person2@company.example,00101,Raeder",
      "stranger@company.example,00101,Reader",
    )
    const refused = await api.upload(scope, wrong)
    expect(refused.state).toBe("refused")
    const issues = (await api.rows(scope, refused.id)).flatMap((row) => row.issues)
    expect(issues).toMatchObject([
      {
        code: "department.unknown",
        candidates: ["00101"],
        suggestion: `Repair it to "00101" (Finance): a spreadsheet drops zeros, and nothing else fits.`,
      },
      { code: "group.unknown", candidates: ["Reader"], suggestion: "Did you mean Reader?" },
      { code: "user.not_in_platform", suggestion: expect.stringContaining("Add multiple") },
    ])
    expect(await accesses()).toHaveLength(0)

    const right = file(
      "person0@company.example,00101,Reader",
      "person1@company.example,00101,Reader",
      "person2@company.example,00101,Reader",
    )
    const granted = await api.run(scope, (await api.upload(scope, right)).id)
    expect(granted.counts).toMatchObject({ rows: 3, created: 3 })
    const again = await api.run(scope, (await api.upload(scope, right)).id)
    expect(again.counts).toMatchObject({ rows: 3, created: 0, unchanged: 3 })
    expect(await accesses()).toHaveLength(3)
  })

  it("ends refused by its re-check when a department is gone since validation, with nothing granted", async () => {
    await api.post(`${scope}/departments`, { departmentId: "GONE", name: "Soon gone", parentId: null })
    const before = (await accesses()).length
    const one = await api.upload(
      scope,
      file("person5@company.example,00101,Reader", "person6@company.example,GONE,Reader"),
    )
    expect(one.state).toBe("ready")
    const removed = await fetch(`${muster.address}/api/v1/${scope}/departments/GONE`, {
      method: "DELETE",
      headers: authorization,
    })
    expect(removed.ok).toBe(true)
    expect(await api.run(scope, one.id)).toMatchObject({
      state: "refused",
      counts: { invalid: 1, created: 0 },
    })
    expect(await accesses()).toHaveLength(before)
  })
})
