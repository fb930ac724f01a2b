package clients;

import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Creates a topic: name, partitions, replicas. */
public final class Topic {

    public static void main(String[] args) throws Exception {
        try (Admin admin = Admin.create(KafkaSettings.common())) {
            admin.createTopics(List.of(new NewTopic(args[0], Integer.parseInt(args[1]), Short.parseShort(args[2])))).all().get();
        }
    }
}
