ALTER TABLE "imports" ADD COLUMN "settled" "int4multirange" DEFAULT '{}' NOT NULL;--> statement-breakpoint
UPDATE "imports" SET "settled" = int4multirange(int4range(1, "ran_to" + 1)) WHERE "ran_to" > 0;--> statement-breakpoint
ALTER TABLE "imports" DROP COLUMN "ran_to";--> statement-breakpoint
-- Undoes a statement that wrote for an import which got out of its hands meanwhile.
CREATE FUNCTION work_lost() RETURNS void LANGUAGE plpgsql AS
$fn$
BEGIN
  RAISE EXCEPTION 'The import is not in hand.' USING ERRCODE = 'check_violation', CONSTRAINT = 'work_in_hand';
END
$fn$;
