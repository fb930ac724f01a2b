package io.github.headroom4j.tool;

import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.agent.tool.ToolSpecifications;
import dev.langchain4j.service.tool.AiServiceTool;
import dev.langchain4j.service.tool.DefaultToolExecutor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the {@code @Tool} methods of an object as {@code AiServices} does, by LangChain4j's public parts: own methods
 * first, then those of superclasses and the default methods of interfaces, each signature once.
 */
final class AnnotatedTools {

    private record Signature(String name, List<Class<?>> parameters) {}

    private AnnotatedTools() {}

    static List<AiServiceTool> of(Object toolObject) {
        List<AiServiceTool> tools = new ArrayList<>();
        for (Method method : methods(toolObject.getClass())) {
            annotated(method).ifPresent(toolMethod -> tools.add(tool(toolObject, toolMethod)));
        }
        if (tools.isEmpty()) {
            throw new IllegalArgumentException("a tool object must have methods annotated with @Tool, but "
                    + toolObject.getClass().getName()
                    + " has none (collections, tool providers and executors have wrap methods of their own)");
        }
        return tools;
    }

    private static AiServiceTool tool(Object toolObject, Method method) {
        return AiServiceTool.builder()
                .toolSpecification(ToolSpecifications.toolSpecificationFrom(method))
                // The flags that AiServices sets: they decide which error handler sees what.
                .toolExecutor(DefaultToolExecutor.builder()
                        .object(toolObject)
                        .originalMethod(method)
                        .methodToInvoke(method)
                        .wrapToolArgumentsExceptions(true)
                        .propagateToolExecutionExceptions(true)
                        .build())
                .returnBehavior(method.getAnnotation(Tool.class).returnBehavior())
                .build();
    }

    private static List<Method> methods(Class<?> type) {
        Set<Signature> seen = new HashSet<>();
        List<Method> methods = new ArrayList<>();
        Deque<Class<?>> interfaces = new ArrayDeque<>();
        for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
            addDeclared(at, seen, methods);
            interfaces.addAll(List.of(at.getInterfaces()));
        }
        while (!interfaces.isEmpty()) {
            Class<?> at = interfaces.poll();
            addDeclared(at, seen, methods);
            interfaces.addAll(List.of(at.getInterfaces()));
        }
        return methods;
    }

    private static void addDeclared(Class<?> type, Set<Signature> seen, List<Method> methods) {
        for (Method method : type.getDeclaredMethods()) {
            boolean written =
                    !method.isBridge() && !method.isSynthetic() && !Modifier.isAbstract(method.getModifiers());
            if (written && seen.add(new Signature(method.getName(), List.of(method.getParameterTypes())))) {
                methods.add(method);
            }
        }
    }

    /** The method, or, for a JDK proxy, the annotated method of an interface that it implements. */
    private static Optional<Method> annotated(Method method) {
        if (method.isAnnotationPresent(Tool.class)) {
            return Optional.of(method);
        }
        if (!Proxy.isProxyClass(method.getDeclaringClass())) {
            return Optional.empty();
        }
        for (Class<?> type : method.getDeclaringClass().getInterfaces()) {
            for (Method declared : type.getMethods()) {
                if (declared.isAnnotationPresent(Tool.class)
                        && declared.getName().equals(method.getName())
                        && List.of(declared.getParameterTypes()).equals(List.of(method.getParameterTypes()))) {
                    return Optional.of(declared);
                }
            }
        }
        return Optional.empty();
    }
}
