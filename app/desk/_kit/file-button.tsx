import { Button } from "@mantine/core";

/** A file to take along. It is posted for: taking it is recorded, and following a link must change nothing. */
export function FileButton({ from, children }: { from: string; children: string }) {
  return (
    <form action={from} method="post">
      <Button type="submit" variant="default" size="compact-md">
        {children}
      </Button>
    </form>
  );
}
