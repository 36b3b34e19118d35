import type { PlatformUser } from "../src/model/PlatformUser.ts"

/** Somebody with as much of them as a test speaks of. */
export const someUser = (told: Partial<PlatformUser>): PlatformUser => ({
  id: "1",
  email: "ann@x.org",
  username: "annie",
  firstName: "Ann",
  lastName: "Lee",
  phone: null,
  mobilePhone: null,
  languageCode: null,
  externalId: null,
  status: "active",
  platformRole: "none",
  version: 1,
  ...told,
})
