CREATE TABLE "extra_places" (
	"database_id" text COLLATE "C" NOT NULL,
	"user_id" uuid NOT NULL,
	"department_id" text COLLATE "C" NOT NULL,
	"group_name" text COLLATE "C" NOT NULL,
	CONSTRAINT "extra_places_database_id_user_id_department_id_pk" PRIMARY KEY("database_id","user_id","department_id")
);
--> statement-breakpoint
ALTER TABLE "accesses" ADD COLUMN "extra_permissions" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "accesses" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "extra_places" ADD CONSTRAINT "extra_places_access" FOREIGN KEY ("database_id","user_id") REFERENCES "public"."accesses"("database_id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extra_places" ADD CONSTRAINT "extra_places_department" FOREIGN KEY ("database_id","department_id") REFERENCES "public"."departments"("database_id","department_id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extra_places" ADD CONSTRAINT "extra_places_group" FOREIGN KEY ("database_id","group_name") REFERENCES "public"."permission_groups"("database_id","group_name") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "extra_places_by_department" ON "extra_places" USING btree ("database_id","department_id");--> statement-breakpoint
CREATE INDEX "extra_places_by_group" ON "extra_places" USING btree ("database_id","group_name");