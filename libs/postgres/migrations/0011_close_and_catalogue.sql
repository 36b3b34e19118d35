CREATE TABLE "permissions" (
	"name" text COLLATE "C" PRIMARY KEY NOT NULL,
	"description" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "databases" ADD COLUMN "closed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "departments" ADD COLUMN "closed" boolean DEFAULT false NOT NULL;