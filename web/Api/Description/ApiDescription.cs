using System.Text.Json;
using System.Text.Json.Nodes;
using CallCenter.Web.Api.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CallCenter.Web.Api.Description;

/// <summary>What the OpenAPI document says beyond the shapes: purpose, keys, rights, examples.</summary>
internal static class ApiDescription
{
    public const string DocumentName = "v1";
    private const string KeyScheme = "apiKey";
    private static readonly Dictionary<string, OpenApiMediaType> EmptyContent = [];

    public static void Describe(OpenApiOptions options)
    {
        options.ShouldInclude = description => description.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) => DescribeDocument(document));
        options.AddOperationTransformer((operation, context, _) => DescribeOperation(operation, context));
        options.AddSchemaTransformer((schema, context, _) => DescribeSchema(schema, context));
    }

    private static Task DescribeDocument(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "CallCenter API",
            Version = DocumentName,
            Description = "Calls, the live board, employees, clients, the configuration and the audit log of one project: "
                + "the one the key or sign-in belongs to. "
                + "Times are ISO 8601 UTC with milliseconds, durations are milliseconds in fields that end with Ms. "
                + "Errors are problem details (RFC 9457); the page /api explains each type. "
                + "Live data is pushed over the SignalR hub /hubs/board.",
        };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[KeyScheme] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = $"An API key, made under Settings, API keys. \"{ApiKeyHandler.HeaderName}: KEY\" does the same. "
                + "In the browser the "
                + $"sign-in cookie serves as well; changes then need the header {SameSiteWrites.HeaderName}.",
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(KeyScheme, document)] = [] }];
        return Task.CompletedTask;
    }

    private static Task DescribeOperation(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<NeededAccess>().LastOrDefault() is { } needed)
            operation.Description = $"{operation.Description} Access level: {EnumWords.Of(needed.Access)} or higher.".TrimStart();
        if (metadata.OfType<RequestExample>().LastOrDefault() is { } example
            && operation.RequestBody?.Content?.Values.FirstOrDefault() is { } body)
            body.Example = JsonNode.Parse(example.Json);
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
            parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name ?? "");
        foreach (var content in operation.Responses?.Values.SelectMany(response => response.Content ?? EmptyContent) ?? [])
            if (content is { Key: "text/csv", Value: OpenApiMediaType csv })
                csv.Schema = new OpenApiSchema { Type = JsonSchemaType.String };
        return Task.CompletedTask;
    }

    private static Task DescribeSchema(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type == typeof(DateTimeOffset))
        {
            var canBeNull = type != context.JsonTypeInfo.Type;
            schema.Type = canBeNull ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
            schema.Format = "date-time";
        }
        if (type == typeof(ProblemDetails) && schema.Properties is { } properties)
            properties["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Description = "Every single error, where there are several: the parameter or JSON path, the problem, the remedy.",
                Items = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Properties = new Dictionary<string, IOpenApiSchema>
                    {
                        ["path"] = new OpenApiSchema { Type = JsonSchemaType.String },
                        ["problem"] = new OpenApiSchema { Type = JsonSchemaType.String },
                        ["remedy"] = new OpenApiSchema { Type = JsonSchemaType.String },
                    },
                },
            };
        return Task.CompletedTask;
    }
}
