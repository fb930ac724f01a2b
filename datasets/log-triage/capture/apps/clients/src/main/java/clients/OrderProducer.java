package clients;

import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends orders to the topic "orders"; now and then a large one with a document attached. */
public final class OrderProducer {

    private static final Logger log = LoggerFactory.getLogger(OrderProducer.class);
    private static final String[] REGIONS = {"north", "south", "east", "west", "islands"};

    public static void main(String[] args) {
        Support.startStats();
        Properties settings = KafkaSettings.common();
        settings.put("key.serializer", StringSerializer.class.getName());
        settings.put("value.serializer", StringSerializer.class.getName());
        settings.put("acks", "all");
        settings.put("client.id", "order-producer");
        settings.put("delivery.timeout.ms", "4000");
        settings.put("request.timeout.ms", "1500");
        settings.put("max.block.ms", "2500");
        settings.put("linger.ms", "0");
        int pace = Support.number("pace", 100);
        int large = Support.number("large.kb", 4);
        KafkaProducer<String, String> producer = new KafkaProducer<>(settings);
        for (long n = 1; ; n++) {
            String order = UUID.randomUUID().toString().substring(0, 13);
            String region = REGIONS[Support.random(REGIONS.length)];
            String attachment = n % 9 == 0 ? "x".repeat(large * 1024) : "";
            String value = "{\"order\":\"" + order + "\",\"region\":\"" + region + "\",\"cents\":" + (100 + Support.random(90_000)) + ",\"document\":\"" + attachment + "\"}";
            long start = System.nanoTime();
            producer.send(new ProducerRecord<>("orders", order, value), (metadata, failure) -> {
                Support.count(start, failure == null);
                if (failure != null) {
                    Support.failed(log, "order " + order + " (" + value.length() + " chars) not sent", failure);
                } else {
                    log.debug("order {} of region {} is at {}-{}@{}", order, region, metadata.topic(), metadata.partition(), metadata.offset());
                }
            });
            if (n % 50 == 0) {
                log.info("{} orders handed over", n);
            }
            Support.pause(pace);
        }
    }
}
