namespace CallCenter.Engine.Statistics.ServiceLevel;

/// <summary>Every formula that can be chosen; the first is the default.</summary>
public static class ServiceLevels
{
    public static IReadOnlyList<IServiceLevel> All { get; } =
    [
        DefaultServiceLevel.Instance,
        new ConnectServiceLevel(),
        // Without abandons their short ones cannot be counted either, so of eight settings six differ.
        new GenesysServiceLevel(IncludeFlowOuts: false, IncludeAbandons: true, IncludeShortAbandons: true),
        new GenesysServiceLevel(IncludeFlowOuts: false, IncludeAbandons: true, IncludeShortAbandons: false),
        new GenesysServiceLevel(IncludeFlowOuts: false, IncludeAbandons: false, IncludeShortAbandons: false),
        new GenesysServiceLevel(IncludeFlowOuts: true, IncludeAbandons: true, IncludeShortAbandons: true),
        new GenesysServiceLevel(IncludeFlowOuts: true, IncludeAbandons: true, IncludeShortAbandons: false),
        new GenesysServiceLevel(IncludeFlowOuts: true, IncludeAbandons: false, IncludeShortAbandons: false),
        new QueueMetricsServiceLevel(),
        new QueueMetricsInclusiveServiceLevel(),
        new AsteriskServiceLevel(),
        new AsteriskServiceLevel2(),
    ];
}
