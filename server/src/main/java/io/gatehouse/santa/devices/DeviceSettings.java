package io.gatehouse.santa.devices;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How devices are treated.
 *
 * @param releaseLasts how long a device whose credential was released may come with another one
 */
@ConfigurationProperties("gatehouse.santa.devices")
record DeviceSettings(@DefaultValue("1d") Duration releaseLasts) {}
