import { PageBones } from "#ui/bones.tsx";

export default function Loading() {
  return <PageBones />;
}
