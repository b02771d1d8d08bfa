import { SignInForm } from "./_components/sign-in-form.tsx";

/** Where a one-time link leads. Looking at it changes nothing, so that programs which follow links use none up. */
export default async function OneTimeLinkPage({ params }: { params: Promise<{ token: string }> }) {
  return <SignInForm token={(await params).token} />;
}
