package io.gatehouse.santa.sync;

/** Serves one stage. */
interface StageHandler {

    /**
     * The body of the answer, in the coding that the call asks for; when it returns, what it promises is durable.
     *
     * @throws io.gatehouse.santa.sync.credential.Refused when the call is not served
     */
    byte[] answer(Call call);
}
