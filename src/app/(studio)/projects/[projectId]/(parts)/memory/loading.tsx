import { ListBones } from "#ui/bones.tsx";

export default function Loading() {
  return <ListBones />;
}
