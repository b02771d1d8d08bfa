-- DropIndex
DROP INDEX "passkey_challenge_challenge_key";
