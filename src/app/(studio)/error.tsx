"use client";

import { PageError } from "#app/_components/page-error.tsx";

export default PageError;
