import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

public class AskPartners {
    public static void main(String[] arguments) throws Exception {
        URI question = URI.create("http://127.0.0.1:3030/queries/partners.csv?organisation=gcsp");
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(question).build(), HttpResponse.BodyHandlers.ofString());
        System.out.println("version " + answer.headers().firstValue("X-Graph-Version").orElse("unknown"));
        answer.body().lines().forEach(System.out::println);
    }
}
