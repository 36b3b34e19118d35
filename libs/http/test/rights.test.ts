import type { PlatformRole } from "@muster/domain/model/PlatformUser"
import { ApiKeys } from "@muster/domain/ports/ApiKeys"
import { apiKeyToken, newSecret, secretHashOf } from "../src/apiKeyToken.ts"
import { Effect } from "effect"
import { assert, describe, it } from "vitest"
import { csv, installationKey, makeDatabase, problemOf, readImport, sending, testApp } from "./testApp.ts"

const { request, runtime, app } = testApp()

interface Operation {
  readonly operationId: string
  readonly "x-muster-needs": string
}
const document = (await (await request("/api/v1/openapi.json")).json()) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { "x-muster-needs": needs }]) => ({ path, method, needs })),
)

const [own, foreign] = [await makeDatabase(request, "Own"), await makeDatabase(request, "Foreign")]
for (const id of [own, foreign])
  await request(
    `/api/v1/databases/${id}/permission-groups`,
    sending("POST", { groupName: "Chief", permissions: ["database.administer"] }),
  )

const newUser = async (word: string, platformRole: PlatformRole = "none") => {
  const names = { email: `${word}@rights.example`, firstName: word, lastName: "Rights" }
  const made = await request("/api/v1/platform/users", sending("POST", names))
  const { id } = (await made.json()) as { id: string }
  if (platformRole !== "none")
    await request(`/api/v1/platform/users/${id}`, sending("PATCH", { platformRole }))
  return id
}
const giveAccess = async (databaseId: string, email: string, groupName: string) => {
  const base = `/api/v1/databases/${databaseId}/imports`
  const one = await readImport(
    await request(base, csv(`email,departmentId,groupName\n${email},00101,${groupName}\n`)),
    201,
  )
  await request(`${base}/${one.id}/run`, { method: "POST" })
}
const newKey = async (
  ownerId: string,
  scope: "read" | "validate" | "run",
  databaseId: string | null = null,
) => {
  const [id, secret] = [crypto.randomUUID(), newSecret()]
  const expiresAt = new Date(Date.now() + 60_000).toISOString()
  const key = { id, ownerId, name: "Key", scope, databaseId, secretHash: secretHashOf(secret), expiresAt }
  await runtime.runPromise(Effect.flatMap(ApiKeys, (keys) => keys.create(key)))
  return { id, headers: { authorization: `Bearer ${apiKeyToken(id, secret)}` } }
}

const superior = await newUser("superior", "superAdministrator")
const ownAdministrator = await newUser("own")
await giveAccess(own, "own@rights.example", "Chief")
const foreignAdministrator = await newUser("foreign")
await giveAccess(foreign, "foreign@rights.example", "Chief")
const revoked = await newKey(superior, "run")
await runtime.runPromise(Effect.flatMap(ApiKeys, (keys) => keys.revoke(superior, revoked.id)))

const cookie = (userId: string) => ({ cookie: `user=${userId}` })
const actors: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  nobody: { cookie: "none" },
  revokedKey: revoked.headers,
  plain: cookie(await newUser("plain")),
  foreign: cookie(foreignAdministrator),
  own: cookie(ownAdministrator),
  provisioner: cookie(await newUser("provisioner", "userProvisioner")),
  administrator: cookie(await newUser("administrator", "userAdministrator")),
  superior: cookie(superior),
  readKey: (await newKey(superior, "read")).headers,
  validateKey: (await newKey(superior, "validate")).headers,
  runKey: (await newKey(superior, "run")).headers,
  ownKey: (await newKey(superior, "run", own)).headers,
}

const [signedIn, people_, keys] = [
  "plain foreign own provisioner administrator superior",
  "provisioner administrator superior",
  "readKey validateKey runKey",
]
/** Who is let in, by what a route needs: on the platform, and in the database that `own` administers. */
const letIn: Readonly<Record<string, string>> = {
  nothing: `nobody revokedKey ownKey ${signedIn} ${keys}`,
  "session.use": `${signedIn} ${keys}`,
  "account.manage": signedIn,
  "apiKeys.manage": signedIn,
  "users.read": `${people_} ${keys}`,
  "users.add": `${people_} runKey`,
  "users.invite": `${people_} runKey`,
  "mails.read": "superior",
  "audit.read": `superior ${keys}`,
  "audit.erase": "superior",
  "users.change": "administrator superior runKey",
  "databases.close": "superior ownKey runKey",
  "permissions.register": "superior runKey",
  "users.anonymise": "superior runKey",
  "platformImports.read": `${people_} ${keys}`,
  "platformImports.validate": `${people_} validateKey runKey`,
  "platformImports.run": `${people_} runKey`,
  "databases.create": "superior runKey",
  "database.read": `own administrator superior ownKey ${keys}`,
  "database.change": "own superior ownKey runKey",
  "accesses.change": "own administrator superior ownKey runKey",
  "databaseImports.read": `own administrator superior ownKey ${keys}`,
  "databaseImports.validate": "own administrator superior ownKey validateKey runKey",
  "databaseImports.run": "own administrator superior ownKey runKey",
}
/** Who sees that a database is there. */
const sees = `administrator superior ${keys}`.split(" ")

const absent = crypto.randomUUID()
const addressOf = (path: string, databaseId: string) =>
  path
    .replace("{databaseId}", databaseId)
    .replace("{row}", "2")
    .replace("{departmentId}", "none")
    .replace("{groupName}", "none")
    .replace(/\{\w+\}/g, absent)

const ask = (path: string, method: string, headers: Readonly<Record<string, string>>) =>
  app.request(path, { method: method.toUpperCase(), headers })

const refusalOf = async (response: Response) => {
  if (response.headers.get("content-type") !== "application/problem+json") {
    await response.body?.cancel()
    return "in"
  }
  const { code } = await problemOf(response)
  return ["sign_in.required", "not_permitted", "database.not_found"].includes(code) ? code : "in"
}

describe("every operation", () => {
  it("declares what it needs", () => {
    assert.isAtLeast(operations.length, 50)
    for (const { needs, path } of operations) assert.property(letIn, needs, path)
  })

  it.each(operations)(
    "$method $path lets in whom it should, and tells the others alike",
    async (operation) => {
      const { path, method, needs } = operation
      const inDatabase = path.includes("{databaseId}")
      for (const [name, headers] of Object.entries(actors))
        for (const [place, databaseId] of Object.entries({ own, foreign, absent })) {
          const found = await refusalOf(await ask(addressOf(path, databaseId), method, headers))
          const expected = expectation(name, needs, inDatabase ? place : null)
          if (expected === "in" && place === "absent" && inDatabase)
            assert.include(["in", "database.not_found"], found)
          else assert.equal(found, expected, `${name}, ${place}`)
        }
    },
  )
})

const expectation = (name: string, needs: string, place: string | null) => {
  const allowed = (letIn[needs] ?? "").split(" ")
  if (needs !== "nothing" && (name === "nobody" || name === "revokedKey")) return "sign_in.required"
  if (place === null) return allowed.includes(name) ? "in" : "not_permitted"
  const administers = place === name || (name === "ownKey" && place === "own")
  if (!administers && !sees.includes(name)) return "database.not_found"
  return allowed.includes(name) || (administers && allowed.includes("own")) ? "in" : "not_permitted"
}

describe("what is not one's own", () => {
  it("answers the same bytes as what is not there", async () => {
    const one = await readImport(
      await request(
        `/api/v1/databases/${foreign}/imports`,
        csv("email,departmentId,groupName\na@b.example,x,y\n"),
      ),
      201,
    )
    const told = async (path: string, method = "GET") => {
      const response = await ask(path, method, cookie(ownAdministrator))
      const { instance: _, ...problem } = (await response.json()) as { instance: string }
      return JSON.stringify([response.status, problem])
    }
    for (const [method, rest] of [
      ["GET", ""],
      ["GET", "/rows"],
      ["GET", "/report"],
      ["GET", "/events"],
      ["POST", "/run"],
      ["POST", "/cancel"],
    ] as const) {
      for (const [theirs, none] of [
        [`/api/v1/databases/${foreign}/imports/${one.id}`, `/api/v1/databases/${absent}/imports/${absent}`],
        [`/api/v1/databases/${own}/imports/${one.id}`, `/api/v1/databases/${own}/imports/${absent}`],
      ])
        assert.equal(await told(`${theirs}${rest}`, method), await told(`${none}${rest}`, method))
    }
    assert.include(
      (await readImport(await request(`/api/v1/databases/${foreign}/imports/${one.id}`))).state,
      "refused",
    )
  })

  it("is not listed", async () => {
    const names = async (headers: Readonly<Record<string, string>>) => {
      const { items } = (await (await ask("/api/v1/databases", "GET", headers)).json()) as {
        items: ReadonlyArray<{ name: string }>
      }
      return items.map(({ name }) => name)
    }
    assert.deepEqual(await names(cookie(ownAdministrator)), ["Own"])
    assert.deepEqual(await names(actors["plain"] ?? {}), [])
    assert.deepEqual(await names(actors["administrator"] ?? {}), ["Foreign", "Own"])
  })
})

describe("a right", () => {
  it("ends with the next request when its holder is deactivated", async () => {
    const id = await newUser("leaving", "userAdministrator")
    const key = await newKey(id, "run")
    const all = async () =>
      Promise.all(
        [cookie(id), key.headers].map(
          async (headers) => (await ask("/api/v1/platform/users", "GET", headers)).status,
        ),
      )
    assert.deepEqual(await all(), [200, 200])
    await request(`/api/v1/platform/users/${id}/deactivate`, { method: "POST" })
    assert.deepEqual(await all(), [401, 401])
  })

  it("to grant a role ends at one's own", async () => {
    const administrator = await newUser("granting", "userAdministrator")
    const grant = (userId: string, platformRole: string) =>
      request(`/api/v1/platform/users/${userId}`, {
        ...sending("PATCH", { platformRole }, cookie(administrator)),
      })
    assert.equal((await problemOf(await grant(administrator, "superAdministrator"))).code, "role.above_own")
    assert.equal((await problemOf(await grant(superior, "none"))).code, "role.above_own")
    assert.equal((await grant(ownAdministrator, "userProvisioner")).status, 200)
    assert.equal((await grant(ownAdministrator, "none")).status, 200)
  })
})

describe("an API key", () => {
  it("is made by a person who has signed in of late, shown once, and works at once until it is revoked", async () => {
    const old = await request(
      "/api/v1/api-keys",
      sending("POST", { name: "Payroll", scope: "read", days: 30 }, cookie(superior)),
    )
    assert.equal((await problemOf(old)).code, "sign_in.not_recent")
    const fresh = { cookie: `user=${superior}; fresh` }
    const made = await request(
      "/api/v1/api-keys",
      sending("POST", { name: "Payroll", scope: "read", days: 30 }, fresh),
    )
    assert.equal(made.status, 201)
    const { id, token } = (await made.json()) as { id: string; token: string }
    const bearer = { authorization: `Bearer ${token}` }
    assert.equal((await ask("/api/v1/platform/users", "GET", bearer)).status, 200)
    const listed = await (await ask("/api/v1/api-keys", "GET", fresh)).text()
    assert.include(listed, id)
    assert.notInclude(listed, token.split(".")[1] ?? "")
    assert.equal((await ask(`/api/v1/api-keys/${id}`, "DELETE", fresh)).status, 204)
    assert.equal((await ask("/api/v1/platform/users", "GET", bearer)).status, 401)
  })

  it("is taken from the Authorization header alone", async () => {
    const response = await ask(`/api/v1/platform/users?api_key=${installationKey}`, "GET", { cookie: "none" })
    assert.equal(response.status, 401)
  })
})
