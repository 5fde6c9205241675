/** Pixels and checksums that published files of the ready-made kinds have (seed 42). */

/** 6 x 4, default base: columns 2 to 4 of rows 1 to 3. */
export const MATCAPS: Readonly<Record<string, readonly [string, string, string]>> = {
  toon_basic: ['3d3d3d3d3d3dcccccc', 'cccccccccccccccccc', 'cccccccccccccccccc'],
  toon_rim: ['363645363645b3b3e6', 'b3b3e6b3b3e6b3b3e6', 'b3b3e6b3b3e6b3b3e6'],
  metallic: ['0c0c0d222224232325', '2626284d4d513e3e41', '2b2b2d444448424246'],
  ceramic: ['2b2b2c79797d7c7c80', '87878bf2f2fae6e6ed', '97979cf2f2faededf4'],
  clay: ['241b16664c3f684e41', '715547ad826cb58871', '7f5f4fc19078c3927a'],
  skin: ['66564c9d84749f8675', 'a78c7bd8b6a0dfbca5', 'b29683e9c4acebc6ad'],
  plastic: ['2626286c6c726f6f75', '78787fb9b9c4c1c1cc', '87878fcdcdd9cfcfdc'],
  velvet: ['24181e37252e432d38', '3c28324e34415b3c4c', '4d34416040506c485a'],
};

/** 4 x 3, noise_scale .3: rows of albedo and normal (RGB), and of roughness. */
export const PRESETS: Readonly<Record<string, { albedo: string[]; roughness: string[]; normal: string[] }>> = {
  toon_metal: {
    albedo: ['d2d2dececedad7d7e4d5d5e2', 'd6d6e3d6d6e3e2e2efddddea', 'd6d6e3ddddeae2e2efddddea'],
    roughness: ['664d6666', '664d6666', '66666666'],
    normal: ['9480fd8094fd6b80fd8080ff', '9480fd806bfd6b80fd8080ff', '8080ff8080ff8080ff8080ff'],
  },
  stylized_wood: {
    albedo: ['7044268f5d3985563491603b', '653b1f784a2b673c20653b1f', '8f5e3a774a2a693e22673c20'],
    roughness: ['b2d9cddc', 'a4bca7a5', 'd9bba9a7'],
    normal: ['8199fc727ffe7e81ff8d80fe', '746cfd7e8efe8b91fd819afc', '7579fe9771fc8a6dfd6965fa'],
  },
  neon_glow: {
    albedo: ['1a4657331a3a1a394a461a4a', 'ff1aff1ad0f16a1a661a788f', '1affffff1aff1affffff1aff'],
    roughness: ['40464441', '001a3832', '00000000'],
    normal: ['82c8e88196fd7dc9e77eb2f4', '7721d5ab57f08933e5554aeb', '92b0f4ab94f66c85fd5387f7'],
  },
  ceramic_glaze: {
    albedo: ['f9f9fff8f8fff9f9fff9f9ff', 'f9f9fff9f9fffafafff9f9ff', 'fafafffafafffbfbfff9f9ff'],
    roughness: ['11101111', '11111111', '12121211'],
    normal: ['8080ff7f80ff7f80ff8080ff', '807fff7f7eff7f7fff807fff', '7f80ff7f80ff8080ff8080ff'],
  },
  sci_fi_panel: {
    albedo: ['171b1f171b1f171b1f171b1f', '171b1f171b1f171b1f171b1f', '171b1f171b1f4f5c694d5a67'],
    roughness: ['99999999', '99999999', '99996562'],
    normal: ['8080ff8080ff80b5f380b4f4', '8080ff8080ff804af3804bf4', 'b480f44a80f34b80f4b580f3'],
  },
  clean_plastic: {
    albedo: ['cfcfdbcfcfdbcfcfdbcfcfdb', 'cdcddacecedbcfcfdbcecedb', 'cfcfdbd0d0ddcfcfdbd0d0dd'],
    roughness: ['80808080', '7d7f807e', '80828082'],
    normal: ['8080ff8080ff8080ff8080ff', '7f80ff7f7fff8080ff807fff', '807fff807fff8080ff807fff'],
  },
  rough_stone: {
    albedo: ['6f64596c61566c615671655a', '71655a6c615772665b6c6157', '7065596c61566f64596f6459'],
    roughness: ['e5e2e2e6', 'e6e2e7e2', 'e5e2e5e4'],
    normal: ['867eff847eff797cff7b83ff', '7f7fff7e80ff807bff8182ff', '8481ff8080ff7b87ff7f79ff'],
  },
  brushed_metal: {
    albedo: ['b1b1bdb0b0bbb0b0bbb0b0bc', 'b1b1bdb2b2beb3b3bfb3b3bf', 'b1b1bdb0b0bcafafbbb0b0bc'],
    roughness: ['59575758', '595b5e5e', '5a585657'],
    normal: ['8180ff817cff7e7cff7e7eff', '7e80ff7e80ff8180ff8180ff', '8180ff8183ff7e83ff7e81ff'],
  },
};

/** 64 x 48: CRC-32 of albedo, roughness, metallic, normal. */
export const PRESET_CHECKSUMS: Readonly<Record<string, string>> = {
  toon_metal: '3532e704 d0b58880 5ff3f0e2 836a1d84',
  stylized_wood: '9e32e7d9 7fb4e98f 67e6c984 66a18ef8',
  neon_glow: '33cd7dc2 89bb7320 67e6c984 783a8340',
  ceramic_glaze: '8ae93c82 317afe5e 67e6c984 037b092f',
  sci_fi_panel: '5a56c1f6 8557d517 5e500b46 a910c6e7',
  clean_plastic: 'cdc6cafb 6549e9b4 67e6c984 a0527f3b',
  rough_stone: '3191a725 8a17cb11 67e6c984 99b62e0c',
  brushed_metal: '766d6b4b 60ce3c9a 4464eb9d d9f58dda',
};

/** 64 x 64, default base: plain; toon_steps 4 and a black outline of 2; curvature .5 and cavity .5. */
export const MATCAP_CHECKSUMS: Readonly<Record<string, string>> = {
  toon_basic: '402da62d 48f7c145 12fc97d2',
  toon_rim: '89e75095 09a1a851 60b87fe9',
  metallic: '77b47226 bb0e49c6 10326cdd',
  ceramic: 'ceb5419c 86bcf8af 5d478b38',
  clay: '93344615 26608449 8dbf68f0',
  skin: '96274725 375a9a58 3f40ba27',
  plastic: 'fc1d9eed 8cbe1e7c 4291bd7c',
  velvet: '54ce53ab f2976107 e3fa128a',
};
