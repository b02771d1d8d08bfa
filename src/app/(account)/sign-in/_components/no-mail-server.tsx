/** Said where nobody can be sent a mail: how to come in all the same. */
export function NoMailServer() {
  return (
    <div className="space-y-3">
      <p className="text-soft">
        No mail server is set up here, so no sign-in mail can be sent. On the machine where Episodic runs,
        this prints a link that lets the owner in once; <code>--email</code> names somebody else.
      </p>
      <pre className="overflow-x-auto rounded-md border border-line bg-sunk px-4 py-3">
        <code>npm run episodic -- sign-in-link</code>
      </pre>
    </div>
  );
}
