CREATE TABLE "audit_head" (
	"chain" integer PRIMARY KEY NOT NULL,
	"ordinal" bigint NOT NULL,
	"hash" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_lines" (
	"ordinal" bigint PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor" text COLLATE "C" NOT NULL,
	"event" text COLLATE "C" NOT NULL,
	"database_id" text COLLATE "C",
	"import_id" uuid,
	"user_id" uuid,
	"details" text COLLATE "C" NOT NULL,
	"personal" text COLLATE "C",
	"salt" text COLLATE "C",
	"personal_hash" text COLLATE "C",
	"hash" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE INDEX "audit_lines_by_actor" ON "audit_lines" USING btree ("actor","ordinal");--> statement-breakpoint
CREATE INDEX "audit_lines_by_user" ON "audit_lines" USING btree ("user_id","ordinal") WHERE "audit_lines"."user_id" is not null;--> statement-breakpoint
CREATE INDEX "audit_lines_by_import" ON "audit_lines" USING btree ("import_id","ordinal") WHERE "audit_lines"."import_id" is not null;--> statement-breakpoint
CREATE INDEX "audit_lines_by_database" ON "audit_lines" USING btree ("database_id","ordinal") WHERE "audit_lines"."database_id" is not null;
--> statement-breakpoint
INSERT INTO "audit_head" ("chain", "ordinal", "hash") VALUES (1, 0, '');
--> statement-breakpoint
CREATE FUNCTION audit_part(part text) RETURNS text LANGUAGE sql IMMUTABLE AS
$fn$ SELECT coalesce(octet_length(convert_to(part, 'UTF8')) || ':' || part, '-') $fn$;
--> statement-breakpoint
CREATE FUNCTION audit_sha256(text) RETURNS text LANGUAGE sql IMMUTABLE AS
$fn$ SELECT encode(sha256(convert_to($1, 'UTF8')), 'hex') $fn$;
--> statement-breakpoint
CREATE FUNCTION audit_time(timestamptz) RETURNS text LANGUAGE sql STABLE AS
$fn$ SELECT to_char($1 AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') $fn$;
--> statement-breakpoint
CREATE FUNCTION audit_chain() RETURNS trigger LANGUAGE plpgsql AS
$fn$
DECLARE
  head audit_head;
BEGIN
  SELECT * INTO STRICT head FROM audit_head WHERE chain = 1 FOR UPDATE;
  new.ordinal := head.ordinal + 1;
  new.at := clock_timestamp();
  IF new.personal IS NOT NULL THEN
    new.salt := gen_random_uuid()::text;
    new.personal_hash := audit_sha256(new.salt || new.personal);
  END IF;
  new.hash := audit_sha256(audit_part(head.hash) || audit_part(new.ordinal::text) || audit_part(audit_time(new.at))
    || audit_part(new.actor) || audit_part(new.event) || audit_part(new.database_id)
    || audit_part(new.import_id::text) || audit_part(new.user_id::text) || audit_part(new.details)
    || audit_part(new.personal_hash));
  UPDATE audit_head SET ordinal = new.ordinal, hash = new.hash WHERE chain = 1;
  RETURN new;
END
$fn$;
--> statement-breakpoint
CREATE TRIGGER audit_chain BEFORE INSERT ON "audit_lines" FOR EACH ROW EXECUTE FUNCTION audit_chain();
--> statement-breakpoint
CREATE FUNCTION audit_keep() RETURNS trigger LANGUAGE plpgsql AS
$fn$
BEGIN
  IF tg_op = 'UPDATE' AND new.personal IS NULL AND new.salt IS NULL THEN
    new.personal := old.personal;
    new.salt := old.salt;
    IF new IS NOT DISTINCT FROM old THEN
      new.personal := NULL;
      new.salt := NULL;
      RETURN new;
    END IF;
  END IF;
  RAISE EXCEPTION 'The audit is not changed.' USING ERRCODE = 'insufficient_privilege';
END
$fn$;
--> statement-breakpoint
CREATE TRIGGER audit_keep BEFORE UPDATE OR DELETE ON "audit_lines" FOR EACH ROW EXECUTE FUNCTION audit_keep();
--> statement-breakpoint
CREATE TRIGGER audit_keep_all BEFORE TRUNCATE ON "audit_lines" FOR EACH STATEMENT EXECUTE FUNCTION audit_keep();
--> statement-breakpoint
CREATE FUNCTION audit_session() RETURNS trigger LANGUAGE plpgsql AS
$fn$
BEGIN
  INSERT INTO audit_lines (actor, event, user_id, details, personal)
  VALUES ('user:' || new.user_id, 'session.began', new.user_id, '{}',
    CASE WHEN new.ip_address <> '' THEN json_build_object('address', new.ip_address)::text END);
  RETURN NULL;
END
$fn$;
--> statement-breakpoint
CREATE TRIGGER audit_session AFTER INSERT ON "sessions" FOR EACH ROW EXECUTE FUNCTION audit_session();
--> statement-breakpoint
CREATE FUNCTION audit_second_factor() RETURNS trigger LANGUAGE plpgsql AS
$fn$
BEGIN
  INSERT INTO audit_lines (actor, event, user_id, details)
  VALUES ('user:' || new.id, CASE WHEN new.two_factor_enabled THEN 'second_factor.on' ELSE 'second_factor.off' END,
    new.id, '{}');
  RETURN NULL;
END
$fn$;
--> statement-breakpoint
CREATE TRIGGER audit_second_factor AFTER UPDATE OF "two_factor_enabled" ON "platform_users" FOR EACH ROW
  WHEN (old.two_factor_enabled IS DISTINCT FROM new.two_factor_enabled) EXECUTE FUNCTION audit_second_factor();
