package io.gatehouse.santa.mine;

import io.gatehouse.identity.Caller;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A person's own Macs and what was blocked on them. */
@RestController
@RequestMapping("/api/organizations/{organization}")
final class MyController {

    private final MyMacs macs;
    private final MacClaims claims;

    MyController(MyMacs macs, MacClaims claims) {
        this.macs = macs;
        this.claims = claims;
    }

    @GetMapping("/my/devices")
    @Requires(Permission.REQUEST_CREATE)
    List<MyDevice> devices(Caller caller) {
        return macs.devices(caller.scope(), caller.person());
    }

    @GetMapping("/my/blocks")
    @Requires(Permission.REQUEST_CREATE)
    Page<MyBlock> blocks(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return macs.blocks(caller.scope(), caller.person(), cursor, Page.limit(limit));
    }

    /** The values are those of the block dialog's link: hints that anybody could have made up. */
    @GetMapping("/block")
    @Requires(Permission.REQUEST_CREATE)
    BlockPage block(
            Caller caller,
            @RequestParam(required = false) @Nullable String machineId,
            @RequestParam(required = false) @Nullable String fileSha256) {
        return macs.block(caller.scope(), caller.person(), machineId, fileSha256);
    }

    /** Which Mac is said to be the person's. */
    record Claim(@Nullable String machineId) {}

    @PostMapping("/my/ownership-claims")
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.REQUEST_CREATE)
    void claim(Caller caller, @RequestBody Claim claim) {
        claims.claim(caller.scope(), caller.person(), claim.machineId());
    }
}
