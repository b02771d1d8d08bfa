-- CreateIndex
CREATE UNIQUE INDEX "passkey_challenge_challenge_key" ON "passkey_challenge"("challenge");
