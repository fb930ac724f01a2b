package clients;

import java.util.Properties;

final class KafkaSettings {

    private KafkaSettings() {}

    static Properties common() {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", Support.setting("brokers"));
        settings.put("reconnect.backoff.ms", "400");
        settings.put("reconnect.backoff.max.ms", "2000");
        settings.put("retry.backoff.ms", "400");
        settings.put("metadata.max.age.ms", "5000");
        String user = System.getProperty("user");
        if (user != null) {
            settings.put("security.protocol", "SASL_PLAINTEXT");
            settings.put("sasl.mechanism", "PLAIN");
            settings.put("sasl.jaas.config", "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"" + user + "\" password=\"" + Support.setting("pass") + "\";");
        }
        return settings;
    }
}
