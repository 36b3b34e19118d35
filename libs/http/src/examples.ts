import { actions, type Action } from "@muster/domain/rights/Action"

const databaseId = "7d03839d-aab6-4f25-a19c-2f46dd59251f"
const userId = "0b8f3a52-5c1e-4c8e-9d6a-2f1f4f2f7a10"
const importId = "3c1d9f60-9f0e-4a77-8f57-6b6f2f0f7e21"
const keyId = "e5a2c6b4-7d1a-4b8a-a0f3-9b3f1c9d7e55"
const at = "2027-03-01T09:15:00.000Z"

const person = { email: "anna.berg@northvik.example", firstName: "Anna", lastName: "Berg" }
const user = {
  id: userId,
  ...person,
  username: "anna.berg",
  phone: "+46 31 123 45 67",
  mobilePhone: null,
  languageCode: "sv-SE",
  externalId: "HR-000123",
  status: "active",
  platformRole: "none",
  version: 3,
}
const place = { departmentId: "00101", groupName: "Editor" }
const extra = {
  departments: [{ departmentId: "00111", groupName: "Reader" }],
  permissions: ["report.print"],
}
const access = { userId, ...person, status: "active", ...place, extra, version: 2 }
const database = { id: databaseId, name: "Northvik Municipality", closed: false }
const department = { departmentId: "00101", name: "Finance", parentId: "00100", closed: false }
const group = {
  groupName: "Editor",
  description: "Writes plans and reports",
  permissions: ["plan.read", "plan.write", "report.read"],
}
const counts = {
  rows: 249,
  valid: 247,
  invalid: 1,
  conflict: 1,
  skipped: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  removed: 0,
  failed: 0,
  unprocessed: 0,
}
const one = {
  id: importId,
  kind: "platform-users",
  databaseId: null,
  fileName: "people.csv",
  delimiter: ",",
  columns: ["email", "firstName", "lastName"],
  issues: [],
  state: "refused",
  invalidRows: "refuse",
  mode: "create",
  undoes: null,
  undoneBy: null,
  counts,
  plan: { created: 247, updated: 0, unchanged: 0, removed: 0 },
  progress: { done: 249, total: 249, rowsPerSecond: null, secondsLeft: null },
  createdBy: `user:${userId}`,
  startedBy: null,
  createdAt: at,
  finishedAt: null,
}
const row = {
  row: 17,
  status: "invalid",
  outcome: null,
  userId: null,
  cells: { email: "bo.ek(at)northvik.example", firstName: "Bo", lastName: "Ek" },
  changes: { fields: [], gained: [], lost: [] },
  issues: [
    {
      code: "email.invalid",
      severity: "error",
      row: 17,
      column: "email",
      value: "bo.ek(at)northvik.example",
      details: {},
      message: '"bo.ek(at)northvik.example" is no e-mail address.',
      suggestion: "Write it as name@company.com.",
      candidates: [],
      repair: null,
    },
  ],
}
const line = {
  ordinal: 4711,
  at: "2027-03-01T09:15:00.000000Z",
  actor: `user:${userId}`,
  event: "user.changed",
  databaseId: null,
  importId: null,
  userId,
  details: { fields: ["phone"] },
  personal: { email: person.email, changes: { phone: [null, user.phone] } },
  hash: "9f2c4b0c6b5f1e3c7a8d9e0f112233445566778899aabbccddeeff0011223344",
}
const apiKey = {
  id: keyId,
  ownerId: userId,
  name: "Nightly import",
  scope: "run",
  databaseId: null,
  createdAt: at,
  expiresAt: "2027-06-01T09:15:00.000Z",
  lastUsedAt: null,
}
const permission = { name: "plan.read", description: "Reads plans" }
const password = "three small boats at noon"

const pageOf = (item: unknown) => ({ items: [item], nextCursor: null })
const may = Object.keys(actions) as ReadonlyArray<Action>

/** An example of each schema that a call takes or answers, by the schema's identifier: people and ids are made up. */
export const examples: Readonly<Record<string, unknown>> = {
  Access: access,
  AccessChange: { departmentId: "00102", extra },
  AccessPage: pageOf(access),
  Account: {
    secondFactor: true,
    sessions: [{ id: keyId, createdAt: at, lastUsedAt: at, userAgent: "Mozilla/5.0", current: true }],
  },
  Alive: { status: "alive", version: "0.1.0" },
  ApiKeys: { items: [apiKey] },
  AuditErased: { lines: 4 },
  AuditErasure: { userId },
  AuditPage: pageOf(line),
  AuditVerification: { lines: 4711, head: { ordinal: 4711, hash: line.hash }, faults: [] },
  CaughtMails: {
    caught: true,
    items: [
      { id: keyId, to: person.email, subject: "Choose your password", text: "Welcome …", at: 1803892500000 },
    ],
  },
  ChosenPassword: { token: "R2Vhcl9vZl90aGVfbWFjaGluZV90aGF0X2dvZXM0Mg", password },
  Credentials: { identifier: person.email, password, code: "123456" },
  Database: database,
  DatabasePage: pageOf(database),
  Department: department,
  DepartmentChange: { name: "Finance and Procurement", parentId: "00100" },
  DepartmentPage: pageOf(department),
  Departure: { url: "https://id.example/authorize?client_id=muster" },
  FileReading: {
    columns: [
      { position: 0, header: "Mejl", samples: ["bo.ek@northvik.example"], meaning: "email", by: "name" },
      { position: 1, header: "Namn", samples: ["Ek, Bo", "Anna Berg"], meaning: "fullName", by: "spelling" },
      { position: 2, header: "Skostorlek", samples: ["42"], meaning: null, by: null },
    ],
    dialect: {
      delimiter: "semicolon",
      quote: "double",
      backslash: false,
      encoding: "utf-8",
      headerRow: 3,
      headerRows: 1,
      reasons: { delimiter: "columns", quote: "only", encoding: "mark", header: "columns" },
    },
    isSure: false,
  },
  ForgottenPassword: { identifier: person.email },
  Import: one,
  ImportChange: { invalidRows: "skip" },
  ImportPage: pageOf(one),
  Limits: { maxRows: 249, maxBytes: 20_971_520, undoDays: 30 },
  MadeApiKey: { ...apiKey, token: `muster_${keyId.replaceAll("-", "")}_c2VjcmV0IHNob3duIG9uY2Ugb25seQ` },
  NewAccess: { email: person.email, ...place, extra },
  NewApiKey: { name: apiKey.name, scope: apiKey.scope, days: 92 },
  NewDatabase: { name: database.name },
  NewDepartment: { departmentId: "00101", name: "Finance", parentId: "00100" },
  NewPermissionCatalogue: { items: [permission, { name: "plan.write", description: "Writes plans" }] },
  NewPermissionGroup: group,
  NewPlatformUser: { ...person, username: user.username, phone: user.phone, languageCode: "sv-SE" },
  OwnPassword: { password },
  PasswordChange: { password, newPassword: "four small boats at night" },
  PermissionCatalogue: { items: [permission] },
  PermissionGroup: group,
  PermissionGroupChange: { permissions: ["plan.read"] },
  PermissionGroupPage: pageOf(group),
  Permissions: {
    userId,
    status: "active",
    departmentId: place.departmentId,
    places: [place, ...extra.departments],
    permissions: [
      { name: "plan.read", extra: false, because: [place, ...extra.departments] },
      { name: "report.print", extra: true, because: [] },
    ],
  },
  PlaceUsage: { users: 12, byHand: 3, below: 2, imports: 1 },
  PlatformUser: user,
  PlatformUserChange: { phone: "+46 31 765 43 21", mobilePhone: null },
  PlatformUserPage: pageOf(user),
  Provider: { name: "Northvik sign-in" },
  Ready: { status: "ready" },
  RowChange: { cells: { email: "bo.ek@northvik.example" } },
  RowChanges: {
    rows: [
      { row: 3, cells: { email: "bo.ek@northvik.example" } },
      { row: 7, status: "skipped" },
    ],
  },
  RowPage: pageOf(row),
  SamplePlatform: { items: [database] },
  SecondFactorCode: { code: "123456" },
  SecondFactorEnrolment: {
    uri: "otpauth://totp/Muster:anna.berg@northvik.example?secret=JBSWY3DPEHPK3PXP",
    recoveryCodes: ["k7d2-9fqm"],
  },
  Session: { user, platformRole: "superAdministrator", administers: [databaseId], may },
  SetUp: { token: "R2Vhcl9vZl90aGVfbWFjaGluZV90aGF0X2dvZXM0Mg", ...person, password },
  Standing: { created: 249, notInvited: 0, waiting: 12, delivered: 200, bounced: 1, accepted: 36 },
  Traces: { accesses: 1, apiKeys: 0, importRows: 2, auditLines: 7 },
  UserOrigin: { origin: { importId, fileName: one.fileName, row: 17 } },
  UserAccesses: { items: [{ databaseId, ...access }] },
  UserAct: { act: "giveAccess", databaseId, ...place, userIds: [userId] },
  WantedRepairs: { kind: "lostZeros", column: "departmentId" },
  UsersActed: { items: [{ userId, outcome: "done", code: null, message: null }] },
}
