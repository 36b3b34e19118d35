import type { Language } from "@muster/domain/model/Language"

/** A refusal in words: what it is, and what it means for whoever asked. */
export type ProblemText = readonly [title: string, detail: string]

type Entry = { readonly status: number } & { readonly [L in Language]: ProblemText }

/** Every refusal that no issue tells of by itself: its code, status and words. Codes are published: add, rename none. */
export const problemTexts = {
  "request.malformed": {
    status: 400,
    en: ["Malformed request", "The body cannot be read as what its Content-Type says it is."],
    sv: ["Felaktigt anrop", "Innehållet kan inte läsas som det som Content-Type anger."],
  },
  "request.form_invalid": {
    status: 400,
    en: [
      "Wrong form",
      "The form must hold exactly one part named file, and at most one each named invalidRows and mode.",
    ],
    sv: [
      "Fel formulär",
      "Formuläret ska ha exakt en del som heter file och högst en var som heter invalidRows och mode.",
    ],
  },
  "request.cross_site": {
    status: 403,
    en: [
      "Request from another site",
      "Requests that change something must come from this server's own pages.",
    ],
    sv: [
      "Anrop från en annan webbplats",
      "Anrop som ändrar något måste komma från den här serverns egna sidor.",
    ],
  },
  "request.too_large": {
    status: 413,
    en: ["Request too large", "The body is larger than is allowed here."],
    sv: ["För stort anrop", "Innehållet är större än vad som är tillåtet här."],
  },
  "request.too_slow": {
    status: 408,
    en: ["Request too slow", "The body came too slowly, or stopped. Send it again."],
    sv: ["För långsamt anrop", "Innehållet kom för långsamt eller tog slut. Skicka det igen."],
  },
  "request.digest_mismatch": {
    status: 400,
    en: [
      "Other content than declared",
      "The body is not what its Content-Digest says: it changed on its way. Send it again.",
    ],
    sv: [
      "Annat innehåll än angivet",
      "Innehållet är inte det som Content-Digest anger: det har ändrats på vägen. Skicka det igen.",
    ],
  },
  "request.too_many": {
    status: 429,
    en: [
      "Too many at once",
      "You are sending more at once than is taken. Wait as long as Retry-After says, then try again.",
    ],
    sv: [
      "För många på en gång",
      "Du skickar mer på en gång än vad som tas emot. Vänta så länge som Retry-After anger och försök igen.",
    ],
  },
  "server.busy": {
    status: 503,
    en: ["Server busy", "More files are coming in than can be taken at once. Try again as Retry-After says."],
    sv: [
      "Servern är upptagen",
      "Fler filer kommer in än vad som kan tas emot. Försök igen enligt Retry-After.",
    ],
  },
  "request.media_type_unsupported": {
    status: 415,
    en: ["Media type not supported", "The body's Content-Type or Content-Encoding is not accepted here."],
    sv: ["Medietypen stöds inte", "Innehållets Content-Type eller Content-Encoding tas inte emot här."],
  },
  "request.invalid": {
    status: 422,
    en: [
      "Invalid request",
      "Something in the request is missing, unknown, repeated or not as it must be; see errors.",
    ],
    sv: [
      "Ogiltigt anrop",
      "Något i anropet saknas, är okänt, upprepas eller är inte som det ska vara; se errors.",
    ],
  },
  "route.not_found": {
    status: 404,
    en: ["No such address", "Nothing is served at this address."],
    sv: ["Adressen finns inte", "Det finns inget på den här adressen."],
  },
  "method.not_allowed": {
    status: 405,
    en: [
      "Method not allowed",
      "This address does not take the method; the Allow header lists those it takes.",
    ],
    sv: [
      "Metoden är inte tillåten",
      "Adressen tar inte emot metoden; rubriken Allow anger vilka den tar emot.",
    ],
  },
  "sign_in.required": {
    status: 401,
    en: ["Not signed in", "Sign in, or send an API key that is valid in the Authorization header."],
    sv: ["Inte inloggad", "Logga in, eller skicka en giltig API-nyckel i rubriken Authorization."],
  },
  "sign_in.wrong": {
    status: 401,
    en: ["Wrong sign-in", "The user and the password do not belong together."],
    sv: ["Fel inloggning", "Användaren och lösenordet hör inte ihop."],
  },
  "sign_in.code_needed": {
    status: 401,
    en: ["Code needed", "Send the code of the second factor, or a recovery code, along with the password."],
    sv: ["Kod behövs", "Skicka koden från den andra faktorn, eller en återställningskod, med lösenordet."],
  },
  "sign_in.code_wrong": {
    status: 401,
    en: [
      "Wrong code",
      "The code is not the one shown now, or the recovery code was used. Take the next one.",
    ],
    sv: ["Fel kod", "Koden är inte den som visas nu, eller återställningskoden är använd. Ta nästa kod."],
  },
  "sign_in.no_provider": {
    status: 409,
    en: ["No provider", "This Muster has no provider of identities to sign in with. Use a password."],
    sv: ["Ingen leverantör", "Denna Muster har ingen identitetsleverantör. Använd ett lösenord."],
  },
  "sign_in.provider_unavailable": {
    status: 503,
    en: [
      "The provider does not answer",
      "The provider of identities cannot be reached. Try again soon, or use a password.",
    ],
    sv: [
      "Leverantören svarar inte",
      "Identitetsleverantören kan inte nås. Försök snart igen, eller använd ett lösenord.",
    ],
  },
  "password.wrong": {
    status: 422,
    en: ["Wrong password", "This is not your present password."],
    sv: ["Fel lösenord", "Det här är inte ditt nuvarande lösenord."],
  },
  "code.wrong": {
    status: 422,
    en: ["Wrong code", "The code is not the one that the app shows now. Take the next one."],
    sv: ["Fel kod", "Koden är inte den som appen visar nu. Ta nästa kod."],
  },
  "session.not_found": {
    status: 404,
    en: ["No such session", "There is no such session, or it has ended."],
    sv: ["Sessionen finns inte", "Sessionen finns inte, eller har avslutats."],
  },
  "sign_in.too_many": {
    status: 429,
    en: ["Too many tries", "Too many tries were wrong. Wait as long as Retry-After says, then try again."],
    sv: [
      "För många försök",
      "För många försök var fel. Vänta så länge som Retry-After anger och försök igen.",
    ],
  },
  "sign_in.not_recent": {
    status: 403,
    en: [
      "Sign in again",
      "This takes a sign-in that is at most ten minutes old. Sign in again, then try again.",
    ],
    sv: [
      "Logga in igen",
      "Det här kräver en inloggning som är högst tio minuter gammal. Logga in igen först.",
    ],
  },
  not_permitted: {
    status: 403,
    en: [
      "Not permitted",
      "You may not do this. Ask a user administrator or a super administrator of the platform.",
    ],
    sv: [
      "Inte tillåtet",
      "Du får inte göra det här. Fråga en användaradministratör eller superadministratör.",
    ],
  },
  "role.above_own": {
    status: 403,
    en: ["Above your own role", "The user, or the role to be granted, is above your own platform role."],
    sv: ["Över din egen roll", "Användaren, eller rollen som ska ges, är över din egen plattformsroll."],
  },
  "access.not_found": {
    status: 404,
    en: ["No such access", "This user has no access to the database."],
    sv: ["Åtkomsten finns inte", "Användaren har ingen åtkomst till databasen."],
  },
  "access.changed_meanwhile": {
    status: 412,
    en: [
      "Changed meanwhile",
      "Somebody else has changed this access since you read it. Read it again, then make your change.",
    ],
    sv: [
      "Ändrad under tiden",
      "Någon annan har ändrat åtkomsten sedan du läste den. Läs om den och gör sedan din ändring.",
    ],
  },
  "access.not_possible": {
    status: 409,
    en: [
      "Just changed",
      "The user, a department or a group of this access has just been changed. Try again.",
    ],
    sv: ["Nyss ändrat", "Användaren, en avdelning eller en grupp har nyss ändrats. Försök igen."],
  },
  "access.not_grantable": {
    status: 403,
    en: [
      "Above your own right",
      "Whoever has this access administers the database. Ask an administrator of the database, or a super administrator.",
    ],
    sv: [
      "Över din egen behörighet",
      "Den som har denna åtkomst administrerar databasen. Be en administratör för databasen eller en superadministratör.",
    ],
  },
  "user.changed_meanwhile": {
    status: 412,
    en: [
      "Changed meanwhile",
      "Somebody else has changed this since you read it. Read it again, then make your change.",
    ],
    sv: [
      "Ändrad under tiden",
      "Någon annan har ändrat detta sedan du läste det. Läs om det och gör sedan din ändring.",
    ],
  },
  "database.closed": {
    status: 409,
    en: ["The database is closed", "Nothing changes in it until a super administrator opens it again."],
    sv: ["Databasen är stängd", "Ingenting ändras i den förrän en superadministratör öppnar den igen."],
  },
  "permission.unknown": {
    status: 422,
    en: ["No such permission", "Use names from the permissions that the product has registered."],
    sv: ["Behörigheten finns inte", "Använd namn bland de behörigheter som produkten har registrerat."],
  },
  "user.anonymised": {
    status: 409,
    en: ["The user was anonymised", "Nothing of them is left that could be changed."],
    sv: ["Användaren är anonymiserad", "Det finns inget kvar av den som kan ändras."],
  },
  "user.not_deleted": {
    status: 409,
    en: ["The user is not deleted", "Delete the user first: only then can they be anonymised."],
    sv: ["Användaren är inte borttagen", "Ta bort användaren först: därefter kan den anonymiseras."],
  },
  "user.is_actor": {
    status: 409,
    en: ["That is you", "Whoever acts on several users at once stays as they are themselves."],
    sv: ["Det är du", "Den som gör något med flera användare på en gång förblir själv som den är."],
  },
  "user.last_super_administrator": {
    status: 409,
    en: [
      "Last super administrator",
      "Make somebody else super administrator first: nobody else could do it later.",
    ],
    sv: [
      "Sista superadministratören",
      "Gör först någon annan till superadministratör: ingen annan kan göra det sedan.",
    ],
  },
  "link.not_valid": {
    status: 410,
    en: ["Link not valid", "The link has been used or has expired."],
    sv: ["Länken gäller inte", "Länken har använts eller gått ut."],
  },
  "password.too_short": {
    status: 422,
    en: ["Password too short", "Take at least 15 characters; a sentence is easy to remember."],
    sv: ["För kort lösenord", "Ta minst 15 tecken; en mening är lätt att minnas."],
  },
  "password.too_long": {
    status: 422,
    en: ["Password too long", "Take at most 128 characters."],
    sv: ["För långt lösenord", "Ta högst 128 tecken."],
  },
  "password.common": {
    status: 422,
    en: ["Common password", "Attackers try this password first. Take another one."],
    sv: ["Vanligt lösenord", "Det lösenordet provas först av angripare. Ta ett annat."],
  },
  "password.personal": {
    status: 422,
    en: ["Password made of your name", "Take a password that is not made of your own names or e-mail."],
    sv: ["Lösenord av ditt namn", "Ta ett lösenord som inte består av dina egna namn eller din e-post."],
  },
  "api_key.not_found": {
    status: 404,
    en: ["No such API key", "You have no API key with this id."],
    sv: ["API-nyckeln finns inte", "Du har ingen API-nyckel med detta id."],
  },
  "idempotency.key_invalid": {
    status: 400,
    en: ["Invalid Idempotency-Key", "The key must be 1 to 255 printable ASCII characters."],
    sv: ["Ogiltig Idempotency-Key", "Nyckeln ska vara 1 till 255 skrivbara ASCII-tecken."],
  },
  "idempotency.under_way": {
    status: 409,
    en: [
      "First request still under way",
      "The first request with this Idempotency-Key is not answered yet. Try again.",
    ],
    sv: [
      "Första anropet pågår",
      "Det första anropet med den här Idempotency-Key är inte besvarat än. Försök igen.",
    ],
  },
  "idempotency.mismatch": {
    status: 422,
    en: [
      "Idempotency-Key used before",
      "The key came with another content before. Use a new key for a new request.",
    ],
    sv: [
      "Idempotency-Key har använts",
      "Nyckeln kom förut med annat innehåll. Använd en ny nyckel för ett nytt anrop.",
    ],
  },
  "import.not_found": {
    status: 404,
    en: ["No such import", "There is no import with this id here."],
    sv: ["Importen finns inte", "Det finns ingen import med detta id här."],
  },
  "import.not_ready": {
    status: 409,
    en: [
      "Import not ready",
      "Only an import that is ready can be run. Correct what is wrong, or wait for its validation.",
    ],
    sv: [
      "Importen är inte klar att köras",
      "Bara en godkänd import kan köras. Rätta felen, eller vänta på kontrollen.",
    ],
  },
  "import.too_late": {
    status: 409,
    en: ["Too late to cancel", "The import has come to its end already."],
    sv: ["För sent att avbryta", "Importen har redan nått sitt slut."],
  },
  "import.not_correctable": {
    status: 409,
    en: ["Import cannot be changed", "In its present state the import cannot be changed in this way."],
    sv: ["Importen kan inte ändras", "I sitt nuvarande läge kan importen inte ändras på det sättet."],
  },
  "undo.unfinished": {
    status: 409,
    en: ["Not at its end", "Only an import that has ended can be undone; cancel this one instead."],
    sv: ["Inte avslutad", "Bara en import som är avslutad kan ångras; avbryt den här i stället."],
  },
  "undo.nothing_done": {
    status: 409,
    en: ["Nothing to undo", "The import created and changed nobody."],
    sv: ["Inget att ångra", "Importen skapade och ändrade ingen."],
  },
  "undo.too_late": {
    status: 409,
    en: ["Too late to undo", "The import ended longer ago than imports can be undone here."],
    sv: ["För sent att ångra", "Importen avslutades för länge sedan för att kunna ångras här."],
  },
  "undo.of_structure": {
    status: 409,
    en: [
      "Only imports of people are undone",
      "Change the departments or groups by hand, or by another file.",
    ],
    sv: [
      "Bara importer av personer ångras",
      "Ändra avdelningarna eller grupperna för hand, eller med en ny fil.",
    ],
  },
  "undo.of_undo": {
    status: 409,
    en: ["Cannot be undone", "This import undoes another one. Import the file again instead."],
    sv: ["Kan inte ångras", "Den här importen ångrar en annan. Importera filen igen i stället."],
  },
  "row.not_found": {
    status: 404,
    en: ["No such row", "The import has no row with this number."],
    sv: ["Raden finns inte", "Importen har ingen rad med detta nummer."],
  },
  "column.not_found": {
    status: 422,
    en: ["No such column", "The file has no column by a name that was given."],
    sv: ["Kolumnen finns inte", "Filen har ingen kolumn med ett namn som angavs."],
  },
  "database.not_found": {
    status: 404,
    en: ["No such database", "There is no database with this id."],
    sv: ["Databasen finns inte", "Det finns ingen databas med detta id."],
  },
  "user.not_found": {
    status: 404,
    en: ["No such platform user", "There is no platform user with this id."],
    sv: ["Plattformsanvändaren finns inte", "Det finns ingen plattformsanvändare med detta id."],
  },
  "user.taken": {
    status: 409,
    en: ["Platform user exists", "The e-mail or the username has just been taken by somebody else."],
    sv: ["Plattformsanvändaren finns", "E-postadressen eller användarnamnet har just tagits av någon annan."],
  },
  "department.not_found": {
    status: 404,
    en: ["No such department", "The database has no department with this id."],
    sv: ["Avdelningen finns inte", "Databasen har ingen avdelning med detta id."],
  },
  "department.taken": {
    status: 409,
    en: ["Department exists", "The database already has a department with this id."],
    sv: ["Avdelningen finns", "Databasen har redan en avdelning med detta id."],
  },
  "department.in_use": {
    status: 409,
    en: ["Department in use", "People or other departments are placed in the department. Move them first."],
    sv: [
      "Avdelningen används",
      "Personer eller andra avdelningar är placerade i avdelningen. Flytta dem först.",
    ],
  },
  "department.circle": {
    status: 422,
    en: ["Department below itself", "The department cannot stand below itself. Choose another parent."],
    sv: [
      "Avdelningen under sig själv",
      "Avdelningen kan inte ligga under sig själv. Välj en annan överordnad.",
    ],
  },
  "department.parent_unknown": {
    status: 422,
    en: ["Parent department unknown", "The database has no department with the id given as parent."],
    sv: ["Överordnad avdelning okänd", "Databasen har ingen avdelning med det id som angavs som överordnad."],
  },
  "group.not_found": {
    status: 404,
    en: ["No such permission group", "The database has no permission group by this name."],
    sv: ["Behörighetsgruppen finns inte", "Databasen har ingen behörighetsgrupp med detta namn."],
  },
  "group.taken": {
    status: 409,
    en: ["Permission group exists", "The database already has a permission group by this name."],
    sv: ["Behörighetsgruppen finns", "Databasen har redan en behörighetsgrupp med detta namn."],
  },
  "group.in_use": {
    status: 409,
    en: ["Permission group in use", "People have the permission group. Give them another one first."],
    sv: ["Behörighetsgruppen används", "Personer har behörighetsgruppen. Ge dem en annan först."],
  },
  "platform.not_empty": {
    status: 409,
    en: [
      "Platform not empty",
      "The platform already has databases of its own; samples are for an empty one.",
    ],
    sv: [
      "Plattformen är inte tom",
      "Plattformen har redan egna databaser; exempel är till för en tom plattform.",
    ],
  },
  "store.unavailable": {
    status: 503,
    en: ["Store unavailable", "The store cannot be reached at the moment. Try again shortly."],
    sv: ["Lagringen är inte tillgänglig", "Lagringen kan inte nås just nu. Försök igen om en stund."],
  },
  internal: {
    status: 500,
    en: [
      "Internal error",
      "Something went wrong here. The server's log has it under the id given as instance.",
    ],
    sv: ["Internt fel", "Något gick fel här. Serverns logg har det under det id som anges som instance."],
  },
} satisfies Record<string, Entry>

/** What is said of a refusal whose code is an issue's; its detail is the issue's own sentence. */
export const issueTitles = {
  file: { en: "File refused", sv: "Filen avvisades" },
  person: { en: "Platform user refused", sv: "Plattformsanvändaren avvisades" },
} satisfies Record<string, Readonly<Record<Language, string>>>
