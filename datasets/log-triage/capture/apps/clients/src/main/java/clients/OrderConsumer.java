package clients;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads orders and books them. A late joiner ("replay" set) reads the topic from its beginning in small steps. */
public final class OrderConsumer {

    private static final Logger log = LoggerFactory.getLogger(OrderConsumer.class);

    public static void main(String[] args) {
        Support.startStats();
        Properties settings = KafkaSettings.common();
        settings.put("group.id", Support.setting("group"));
        settings.put("client.id", Support.setting("group"));
        settings.put("key.deserializer", StringDeserializer.class.getName());
        settings.put("value.deserializer", StringDeserializer.class.getName());
        settings.put("auto.offset.reset", "earliest");
        settings.put("session.timeout.ms", "6000");
        settings.put("heartbeat.interval.ms", "1500");
        settings.put("request.timeout.ms", "6500");
        settings.put("default.api.timeout.ms", "7000");
        settings.put("max.poll.records", "20");
        settings.put("max.partition.fetch.bytes", System.getProperty("fetch.bytes", "200000"));
        int pace = Support.number("pace", 100);
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(settings)) {
            consumer.subscribe(List.of("orders"));
            long booked = 0;
            while (true) {
                long start = System.nanoTime();
                try {
                    ConsumerRecords<String, String> records = consumer.poll(Duration.ofMillis(400));
                    for (ConsumerRecord<String, String> record : records) {
                        booked++;
                        log.debug("booked {} from partition {} offset {}", record.key(), record.partition(), record.offset());
                        if (booked % 100 == 0) {
                            log.info("{} orders booked", booked);
                        }
                    }
                    Support.count(start, true);
                } catch (KafkaException e) {
                    Support.count(start, false);
                    Support.failed(log, "poll failed", e);
                }
                Support.pause(pace);
            }
        }
    }
}
