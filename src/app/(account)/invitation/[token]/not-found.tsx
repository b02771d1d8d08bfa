import Link from "next/link";

/** The one answer to every link that does not work: used, renewed, taken back, expired, altered, made up. */
export default function NoInvitation() {
  return (
    <div className="space-y-3">
      <h1 className="title text-3xl">This invitation does not work</h1>
      <p>
        It may have been used, renewed or taken back, or be more than seven days old. Ask whoever invited you
        to send another.
      </p>
      <p className="text-soft">
        You have joined already?{" "}
        <Link className="link" href="/">
          Go to Episodic
        </Link>
      </p>
    </div>
  );
}
