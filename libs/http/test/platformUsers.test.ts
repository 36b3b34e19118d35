import { PlatformUser } from "@muster/domain/model/PlatformUser"
import { Schema } from "effect"
import { assert, describe, it } from "vitest"
import { csv, problemOf, read, readImport, refusalOf, sending, testApp, type Request } from "./testApp.ts"

const base = "/api/v1/platform/users"
const absent = "0f8fad5b-d9cb-469f-a165-70867728950e"

const Page = Schema.Struct({ items: Schema.Array(PlatformUser), nextCursor: Schema.NullOr(Schema.String) })

const anna = { email: "Anna@Muster.example", firstName: "Anna", lastName: "Åkesson" }

const add = async (request: Request, user: object) =>
  read(await request(base, sending("POST", user)), 201, PlatformUser)

const emails = async (request: Request, query = "") =>
  (await read(await request(`${base}${query}`), 200, Page)).items.map(({ email }) => email)

describe("adding a platform user", () => {
  it("answers the user, active, without a role, named by the e-mail, with an address", async () => {
    const { request } = testApp()
    const response = await request(base, sending("POST", { ...anna, phone: null, languageCode: "sv-se" }))
    const location = response.headers.get("location") ?? ""
    const user = await read(response, 201, PlatformUser)
    assert.deepEqual(user, {
      ...anna,
      id: user.id,
      username: anna.email,
      phone: null,
      mobilePhone: null,
      languageCode: "sv-SE",
      externalId: null,
      status: "active",
      platformRole: "none",
      version: 1,
    })
    assert.equal(location, `${base}/${user.id}`)
    assert.deepEqual(await read(await request(location), 200, PlatformUser), user)
  })

  it("who exists by e-mail or username is a conflict", async () => {
    const { request } = testApp()
    await add(request, { ...anna, username: "anna" })
    const email = await problemOf(
      await request(base, sending("POST", { ...anna, email: "ANNA@muster.example" })),
    )
    assert.deepEqual([email.status, email.code], [409, "email.taken"])
    const username = { ...anna, email: "other@muster.example", username: "ANNA" }
    assert.equal(await refusalOf(await request(base, sending("POST", username))), "409 username.taken")
  })

  it("with mistakes is refused with every issue, told", async () => {
    const { request } = testApp()
    const wrong = { email: "müller@muster.example", firstName: " ", lastName: "A\u0000", phone: "none" }
    const problem = await problemOf(await request(base, sending("POST", wrong)))
    assert.equal(problem.status, 422)
    assert.sameMembers(problem.issues?.map(({ code }) => code) ?? [], [
      "cell.required",
      "cell.control_character",
      "email.non_ascii_local",
      "phone.invalid",
    ])
    assert.equal(problem.code, problem.issues?.[0]?.code)
    assert.include(problem.detail, problem.issues?.[0]?.message ?? "no message")
    assert.deepEqual(await emails(request), [])
  })

  it.each([
    ["damaged text", { lastName: "A\ud800" }, "cell.invalid_unicode"],
    ["long text", { lastName: "A".repeat(101) }, "cell.too_long"],
    ["no address", { email: "anna" }, "email.invalid"],
    ["a username with a line break inside", { username: "a  b" }, "username.invalid"],
    ["no language", { languageCode: "swedish!" }, "language_code.invalid"],
  ])("with %s is refused by a code of its own", async (_, cells, code) => {
    const { request } = testApp()
    assert.equal(await refusalOf(await request(base, sending("POST", { ...anna, ...cells }))), `422 ${code}`)
  })

  it("with what only the server gives is refused", async () => {
    const { request } = testApp()
    for (const more of [
      { platformRole: "superAdministrator" },
      { id: absent },
      { status: "active" },
      { isAdmin: true },
    ])
      assert.equal(
        await refusalOf(await request(base, sending("POST", { ...anna, ...more }))),
        "422 request.invalid",
      )
  })
})

describe("the list of platform users", () => {
  it("is in order of e-mail, paged, and filtered", async () => {
    const { request } = testApp()
    const { id } = await add(request, anna)
    await add(request, { ...anna, email: "bo@muster.example", firstName: "Bo" })
    await add(request, { ...anna, email: "cia@muster.example", lastName: "Ek" })
    assert.deepEqual(await emails(request), [
      "Anna@Muster.example",
      "bo@muster.example",
      "cia@muster.example",
    ])
    const first = (await (await request(`${base}?limit=2`)).json()) as { nextCursor: string }
    assert.deepEqual(await emails(request, `?limit=2&cursor=${first.nextCursor}`), ["cia@muster.example"])
    assert.deepEqual(await emails(request, "?search=AKESSON"), ["Anna@Muster.example", "bo@muster.example"])
    assert.deepEqual(await emails(request, "?search=%20"), await emails(request))
    await request(`${base}/${id}/deactivate`, { method: "POST" })
    assert.deepEqual(await emails(request, "?status=inactive"), ["Anna@Muster.example"])
    assert.deepEqual(await emails(request, "?role=superAdministrator"), [])
    assert.lengthOf(await emails(request, "?role=none&database=none"), 3)
  })

  it("asked with what cannot be is refused", async () => {
    const { request } = testApp()
    for (const query of [
      "?status=gone",
      "?role=king",
      "?database=x",
      "?search=%00",
      `?search=${"x".repeat(201)}`,
    ])
      assert.equal(await refusalOf(await request(`${base}${query}`)), "422 request.invalid", query)
  })
})

describe("the status of a platform user", () => {
  it("is changed by name", async () => {
    const { request } = testApp()
    const { id } = await add(request, anna)
    for (const [act, status] of [
      ["deactivate", "inactive"],
      ["activate", "active"],
      ["delete", "deleted"],
      ["restore", "active"],
    ] as const) {
      const user = await read(await request(`${base}/${id}/${act}`, { method: "POST" }), 200, PlatformUser)
      assert.equal(user.status, status)
    }
  })

  it("of somebody who is not there is not found", async () => {
    const { request } = testApp()
    for (const id of [absent, "me"]) {
      assert.equal(await refusalOf(await request(`${base}/${id}`)), "404 user.not_found")
      for (const act of ["deactivate", "activate", "delete", "restore"])
        assert.equal(
          await refusalOf(await request(`${base}/${id}/${act}`, { method: "POST" })),
          "404 user.not_found",
        )
    }
  })
})

describe("changing a platform user", () => {
  const change = async (request: Request, id: string, body: object, headers: Record<string, string> = {}) =>
    request(`${base}/${id}`, sending("PATCH", body, headers))

  it("changes what is sent, empties what is null, and leaves the rest", async () => {
    const { request } = testApp()
    const made = await add(request, { ...anna, username: "anna", phone: "+46 70 123 45 67" })
    const response = await change(request, made.id, { lastName: " Ek ", phone: null, username: null })
    assert.equal(response.headers.get("etag"), '"2"')
    const changed = await read(response, 200, PlatformUser)
    assert.deepEqual(changed, { ...made, lastName: "Ek", phone: null, username: anna.email, version: 2 })
    assert.deepEqual(await emails(request, "?search=ek"), [anna.email])
    assert.deepEqual(await emails(request, "?search=kesson"), [])
  })

  it("keeps the rules of an import's rows", async () => {
    const { request } = testApp()
    const { id } = await add(request, anna)
    await add(request, { ...anna, email: "bo@muster.example" })
    assert.equal(await refusalOf(await change(request, id, { firstName: " " })), "422 cell.required")
    assert.equal(
      await refusalOf(await change(request, id, { email: "BO@muster.example" })),
      "409 email.taken",
    )
    assert.equal(
      await refusalOf(await change(request, id, { languageCode: "swedish!" })),
      "422 language_code.invalid",
    )
    assert.equal((await change(request, id, { email: "ANNA@muster.example" })).status, 200)
    assert.equal(await refusalOf(await change(request, absent, { lastName: "Ek" })), "404 user.not_found")
  })

  it("overwrites nothing that somebody else changed meanwhile", async () => {
    const { request } = testApp()
    const { id } = await add(request, anna)
    const etag = (await request(`${base}/${id}`)).headers.get("etag") ?? ""
    const both = await Promise.all(
      ["Ek", "Alm"].map((lastName) => change(request, id, { lastName }, { "if-match": etag })),
    )
    assert.sameMembers(
      both.map(({ status }) => status),
      [200, 412],
    )
    const late = await request(`${base}/${id}/deactivate`, { method: "POST", headers: { "if-match": etag } })
    assert.equal(await refusalOf(late), "412 user.changed_meanwhile")
    assert.equal(
      await refusalOf(await change(request, id, { lastName: "X" }, { "if-match": "2" })),
      "422 request.invalid",
    )
  })
})

describe("the download of platform users", () => {
  it("is a file that an import accepts and reads back sign by sign, narrowed like the list", async () => {
    const { request } = testApp()
    const people = [
      { email: "a@muster.example", firstName: "=SUM(1)", lastName: 'Quo"te, and; more', phone: "+46 70 1" },
      {
        email: "b@muster.example",
        firstName: "Åsa",
        lastName: "O'Brien",
        username: "asa",
        externalId: "007",
      },
    ]
    for (const one of people) await add(request, one)
    const text = await (await request(`${base}/download`)).text()
    assert.include(text.split("\r\n")[0], "email,firstName,lastName,username")
    const target = testApp()
    const one = await readImport(await target.request("/api/v1/platform/imports", csv(text)), 201)
    assert.deepInclude(one, { state: "ready" })
    await target.request(`/api/v1/platform/imports/${one.id}/run`, { method: "POST" })
    const without = ({ id: _, version: __, ...user }: PlatformUser) => user
    const both = await Promise.all(
      [request, target.request].map(async (ask) =>
        (await read(await ask(base), 200, Page)).items.map(without),
      ),
    )
    assert.deepEqual(both[1], both[0])
    const found = await (await request(`${base}/download?search=brien&delimiter=semicolon`)).text()
    assert.lengthOf(found.trim().split("\r\n"), 2)
    assert.include(found, "b@muster.example;Åsa")
  })

  it("are those whom one import created, where that is asked for", async () => {
    const { request } = testApp()
    const imports = "/api/v1/platform/imports"
    const run = async (text: string) => {
      const { id } = await readImport(await request(imports, csv(text)), 201)
      await request(`${imports}/${id}/run`, { method: "POST" })
      return id
    }
    await run("email,firstName,lastName\na@muster.example,A,A\n")
    const id = await run("email,firstName,lastName\na@muster.example,A,A\nb@muster.example,B,B\n")
    const { items } = await read(await request(`${base}?importId=${id}`), 200, Page)
    assert.deepEqual(
      items.map(({ email }) => email),
      ["b@muster.example"],
    )
    assert.equal(await refusalOf(await request(`${base}?importId=x`)), "422 request.invalid")
  })
})
